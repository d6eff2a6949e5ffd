import { formatDay, formatMonth } from "../../dates.ts";
import { maskIdentityNumber } from "../../masks.ts";
import type { Paper, Section } from "../../paper.ts";
import type { CaseRequest } from "../../service.ts";
import {
  type AcceptanceLetterInput,
  type AcceptanceLetterNeeds,
  decidedOn,
  letterKind,
  letterName,
  reasonNames,
  relationKindNames,
} from "./input.ts";

type Decided = CaseRequest<AcceptanceLetterNeeds, AcceptanceLetterInput>;

/** 接收函: asks the agency elsewhere to send the relation, with its years and its amount. */
export function acceptanceLetter(asked: Decided): Paper {
  const { participant } = asked.facts;
  const { relation, separation } = decidedOn(asked);
  return {
    kind: letterKind,
    title: `苏州工业园区${letterName}`,
    holderName: participant.name,
    sealPurpose: "失业保险网上业务电子专用章",
    sections: [
      { type: "paragraphs", paragraphs: [`${relation.agency}：`], indent: false },
      {
        type: "paragraphs",
        paragraphs: [
          `${participant.name}（证件号码：${maskIdentityNumber(participant.identityNumber)}）最后参保地为苏州工业园区，${formatDay(separation.leftOn)}离职，符合在园区领取失业保险金的条件。我中心同意接收其在贵处的${relationKindNames[relation.kind]}，与园区的缴费合并计算。`,
          "请贵处核定后办理转出，将核定的缴费年限和待遇总金额一并转入，并开具失业保险关系转移凭证，由本人带回我中心办理转入。",
        ],
      },
      parkSection(asked),
      elsewhereSection(asked),
    ],
    notes: [
      "本函在网上自助开具，盖失业保险网上业务电子专用章，任何人都可以扫描二维码验证。",
      "缴费月数以贵处核定为准；年限和待遇总金额须一并转入，缺一项不能合并计算。",
    ],
  };
}

function parkSection(asked: Decided): Section {
  const { participant } = asked.facts;
  const { park, separation } = decidedOn(asked);
  const { registeredOn } = separation;
  return {
    type: "facts",
    heading: "一、参保人员在园区的情况",
    facts: [
      { label: "姓名", value: participant.name },
      { label: "个人编号", value: participant.personalNumber },
      { label: "最后参保单位", value: separation.employer, wide: true },
      { label: "离职日期", value: formatDay(separation.leftOn) },
      { label: "离职原因", value: reasonNames[separation.reason] },
      { label: "失业登记", value: registeredOn ? formatDay(registeredOn) : "" },
      { label: "园区缴费", value: `${park.months} 个月，至${formatMonth(park.last)}` },
    ],
  };
}

function elsewhereSection(asked: Decided): Section {
  const { relation } = decidedOn(asked);
  return {
    type: "facts",
    heading: "二、请贵处转出",
    facts: [
      { label: "转出地机构", value: relation.agency, wide: true },
      { label: "转出内容", value: relationKindNames[relation.kind] },
      { label: "登记编号", value: relation.number },
      { label: "缴费起止", value: `${formatMonth(relation.from)}至${formatMonth(relation.to)}` },
      { label: "缴费月数", value: `${relation.months} 个月` },
      { label: "办件编号", value: asked.applicationNumber, wide: true },
    ],
  };
}
