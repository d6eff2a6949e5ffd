import { insuranceNames, totalsOf } from "../../contributions.ts";
import { formatDay, formatMonth } from "../../dates.ts";
import type { Participant } from "../../facts.ts";
import { maskIdentityNumber } from "../../masks.ts";
import type { Paper, Section } from "../../paper.ts";
import { schemeNames, statusNames } from "../../participant-words.ts";
import type { CaseRequest } from "../../service.ts";
import { type CertificateInput, type CertificateNeeds, paperNames, validUntil } from "./input.ts";

type Decided = CaseRequest<CertificateNeeds, CertificateInput>;

/** 参保证明: that somebody is insured here, and how many months of each insurance were paid. */
export function certificate(asked: Decided): Paper {
  const { facts, today } = asked;
  return {
    kind: "participation-certificate",
    title: paperNames.certificate,
    holderName: facts.participant.name,
    sections: [
      {
        type: "paragraphs",
        paragraphs: [sentence(facts.participant, formatDay(today))],
      },
      monthsSection(asked),
      { type: "paragraphs", paragraphs: ["特此证明。"] },
    ],
    notes: [
      "本证明反映出具当日的记录，之后的变动以新出具的证明为准。",
      `${formatDay(validUntil(asked))}前（含当日）可以扫描二维码验证。`,
    ],
    validUntil: validUntil(asked),
  };
}

function sentence(person: Participant, asOf: string): string {
  const kind = person.scheme === "agency" ? "机关事业单位参保人员" : "社会保险和公积金参保人员";
  const since = formatMonth(person.statusSince);
  const unit = person.unit ? `，参保单位为${person.unit.name}` : "";
  return `兹证明${person.name}（证件号码：${maskIdentityNumber(person.identityNumber)}，个人编号：${person.personalNumber}）系苏州工业园区${kind}，参保方式为${schemeNames[person.scheme]}${unit}，参保状态为${statusNames[person.status]}（自${since}起）。截至${asOf}，在园区的缴费情况如下：`;
}

function monthsSection({ facts }: Decided): Section {
  const totals = totalsOf(facts.contributions);
  if (totals.length === 0) {
    return { type: "paragraphs", paragraphs: ["已办理参保登记，首月缴费尚未入账。"] };
  }
  return {
    type: "table",
    columns: [
      { title: "险种", weight: 3 },
      { title: "首次缴费月份", weight: 3 },
      { title: "最近缴费月份", weight: 3 },
      { title: "累计缴费月数", weight: 3, align: "right" },
    ],
    rows: totals.map(({ insurance, first, last, months }) => [
      insuranceNames[insurance],
      formatMonth(first),
      formatMonth(last),
      String(months),
    ]),
  };
}
