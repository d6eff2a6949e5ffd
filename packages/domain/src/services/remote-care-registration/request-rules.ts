import { addDays, formatDay, isOnOrAfter } from "../../dates.ts";
import { dayFigure, text } from "../../figures.ts";
import { fails, holds, house, moot, type Rule } from "../../findings.ts";
import { participationClause, statusNames } from "../../participant-words.ts";
import {
  laneOf,
  registrationText,
  remoteCareKindNames,
  standingBeside,
  standsOn,
} from "../../remote-care.ts";
import type { RemoteCareRequest, RemoteCareSituation } from "./input.ts";

type RequestRule = Rule<RemoteCareRequest>;

const onlyOne = house("同一类登记同时只有一个有效，异地转诊可以和长期登记并存");

export const isInsured: Rule<RemoteCareSituation> = {
  code: "RCP-1",
  words: "参加园区医疗保险，正常缴费或已退休",
  citation: house("没有参保的人没有可以在异地结算的待遇"),
  judge: ({ facts: { participant } }) => {
    const actual = text("您的参保状态", statusNames[participant.status], "actual");
    if (participant.status === "normal" || participant.status === "retired") return holds(actual);
    return fails({
      message: `您${participationClause(participant)}，不能登记异地就医。`,
      figures: [text("办理条件", "正常缴费或已退休", "required"), actual],
      remedy: { text: "恢复缴费后就可以办；办理退休后也可以办。" },
    });
  },
};

/** Known on sight where both lanes are taken: nothing that could be chosen would be free. */
export const somethingIsFree: Rule<RemoteCareSituation> = {
  code: "RCP-5",
  words: "长期登记和异地转诊没有都在有效期内",
  citation: onlyOne,
  judge: ({ facts: { remoteCare }, today }) => {
    const standing = remoteCare.filter((each) => standsOn(each, today));
    if (new Set(standing.map(({ kind }) => laneOf(kind))).size < 2) return holds();
    return fails({
      message: "您的长期登记和异地转诊登记都在有效期内，不能再登记。",
      figures: standing.map((each) => text("有效的登记", registrationText(each), "actual")),
      remedy: {
        text: "要换地方或换医院的，先撤销相应的登记。",
        service: "remote-care-cancellation",
      },
    });
  },
};

export const noneStandsBeside: RequestRule = {
  code: "RCP-5",
  words: "没有同一类的有效登记",
  citation: onlyOne,
  boundary: "到期日当天",
  judge: ({ facts, input, today }) => {
    const beside = standingBeside(facts.remoteCare, input.kind, today);
    if (beside === null) return holds();
    const firstDay = beside.until && addDays(beside.until, 1);
    return fails({
      message: `您已有有效的登记（${remoteCareKindNames[beside.kind]}，登记编号 ${beside.number}），不能再登记一个。`,
      figures: [
        text("有效的登记", registrationText(beside), "actual"),
        ...(firstDay ? [dayFigure("到期后可以登记", firstDay, "required")] : []),
      ],
      remedy: {
        text: firstDay
          ? `先撤销原来的登记，或者${formatDay(firstDay)}起再办。`
          : "先撤销原来的登记，再办新的。",
        service: "remote-care-cancellation",
      },
      at: "/kind",
    });
  },
};

export const retireeIsRetired: RequestRule = {
  code: "RCP-4",
  words: "异地安置退休的，须已办理退休",
  citation: house("在职人员按异地长期居住登记"),
  judge: ({ facts: { participant }, input }) => {
    if (input.kind !== "relocated-retiree") return moot();
    const actual = text("您的参保状态", statusNames[participant.status], "actual");
    if (participant.status === "retired") return holds(actual);
    return fails({
      message: `您${participationClause(participant)}，还没有退休，不能按异地安置退休登记。`,
      figures: [text("办理条件", statusNames.retired, "required"), actual],
      remedy: { text: "长期住在外地的，请选“异地长期居住”；办理退休以后可以按异地安置退休登记。" },
      at: "/kind",
    });
  },
};

export const startsOnFilingOrLater: RequestRule = {
  code: "RCP-7",
  words: "开始日期不早于申请当天",
  citation: house("登记以前的费用按原来的规定结算"),
  boundary: "申请当天",
  judge: ({ filing, input: { from } }) => {
    const actual = dayFigure("您填的开始日期", from, "actual");
    if (isOnOrAfter(from, filing.on)) return holds(actual);
    return fails({
      message: `开始日期${formatDay(from)}早于申请当天，登记不能追溯。`,
      figures: [dayFigure("最早", filing.on, "required"), actual],
      remedy: { text: "请把开始日期改为申请当天或者以后。" },
      at: "/from",
    });
  },
};
