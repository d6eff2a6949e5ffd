import { insuranceNames, totalsOf } from "../../contributions.ts";
import { formatDay, formatMonth } from "../../dates.ts";
import type { Contribution } from "../../facts.ts";
import { formatYuan, sumFen } from "../../fen.ts";
import { maskIdentityNumber } from "../../masks.ts";
import type { Paper, Section } from "../../paper.ts";
import type { CaseRequest } from "../../service.ts";
import {
  type CertificateInput,
  type CertificateNeeds,
  paperNames,
  rangeAsked,
  rowsAsked,
  validUntil,
} from "./input.ts";

type Decided = CaseRequest<CertificateNeeds, CertificateInput>;

/** 参保缴费明细: every payment of the range, and what those rows add up to (PCT-5). */
export function detail(asked: Decided): Paper {
  const rows = rowsAsked(asked);
  return {
    kind: "contribution-detail",
    title: paperNames.detail,
    holderName: asked.facts.participant.name,
    sections: [headSection(asked, rows), totalsSection(rows), rowsSection(rows)],
    notes: [
      "合计由本明细所列各行逐行相加；同一月份分几笔缴费的，月数只计一个月。",
      `${formatDay(validUntil(asked))}前（含当日）可以扫描二维码验证。`,
    ],
    validUntil: validUntil(asked),
  };
}

function headSection(asked: Decided, rows: readonly Contribution[]): Section {
  const { participant } = asked.facts;
  const { from, to } = rangeAsked(asked);
  return {
    type: "facts",
    facts: [
      { label: "姓名", value: participant.name },
      { label: "个人编号", value: participant.personalNumber },
      { label: "证件号码", value: maskIdentityNumber(participant.identityNumber) },
      { label: "起止月份", value: `${formatMonth(from)}至${formatMonth(to)}` },
      {
        label: "险种",
        value: totalsOf(rows)
          .map(({ insurance }) => insuranceNames[insurance])
          .join("、"),
        wide: true,
      },
    ],
  };
}

function totalsSection(rows: readonly Contribution[]): Section {
  const totals = totalsOf(rows);
  const sum = (part: "personalFen" | "unitFen" | "totalFen") =>
    formatYuan(sumFen(totals.map((total) => total[part])));
  return {
    type: "table",
    heading: "一、缴费汇总",
    columns: [
      { title: "险种", weight: 3 },
      { title: "月数", weight: 1.6, align: "right" },
      { title: "个人缴费（元）", weight: 3, align: "right" },
      { title: "单位缴费（元）", weight: 3, align: "right" },
      { title: "合计（元）", weight: 3, align: "right" },
    ],
    rows: totals.map((total) => [
      insuranceNames[total.insurance],
      String(total.months),
      formatYuan(total.personalFen),
      formatYuan(total.unitFen),
      formatYuan(total.totalFen),
    ]),
    totals: [["合计", "", sum("personalFen"), sum("unitFen"), sum("totalFen")]],
  };
}

function rowsSection(rows: readonly Contribution[]): Section {
  return {
    type: "table",
    heading: "二、逐月明细",
    density: "dense",
    columns: [
      { title: "缴费月份", weight: 2.4, merge: true },
      { title: "险种", weight: 2.6 },
      { title: "缴费单位", weight: 4.6 },
      { title: "缴费基数（元）", weight: 2.6, align: "right" },
      { title: "个人缴费（元）", weight: 2.6, align: "right" },
      { title: "单位缴费（元）", weight: 2.6, align: "right" },
    ],
    rows: rows.map((row) => [
      formatMonth(row.month),
      insuranceNames[row.insurance],
      row.payer,
      formatYuan(row.baseFen),
      formatYuan(row.personalFen),
      formatYuan(row.unitFen),
    ]),
  };
}
