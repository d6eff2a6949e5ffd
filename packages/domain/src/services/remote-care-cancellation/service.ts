import { formatDay } from "../../dates.ts";
import type { Effect } from "../../effects.ts";
import { dayFigure, text } from "../../figures.ts";
import { fails, handbook, holds, house, moot } from "../../findings.ts";
import { participantOnRecord } from "../../participant-words.ts";
import { regionName, regionOf } from "../../region-codes.ts";
import { REGISTERING, remoteCareKindNames } from "../../remote-care.ts";
import { type CaseRequest, defineService } from "../../service.ts";
import { guide } from "./guide.ts";
import {
  type CancellationInput,
  type CancellationNeeds,
  chosen,
  numberOf,
  pendingOf,
  targetLabel,
  targetsOf,
  targetText,
} from "./targets.ts";

const source = handbook("异地就医登记撤销");

export const remoteCareCancellation = defineService<CancellationInput>()({
  code: "remote-care-cancellation",
  number: 11,
  name: "异地就医登记撤销",
  audience: "person",
  menu: ["在线业务受理", "异地就医资格撤销"],
  guide,
  needs: ["participant", "remoteCare", "onlineCases"],
  onRecord: (situation) => [
    ...participantOnRecord(situation.facts.participant),
    ...targetsOf(situation).map((target) => text(targetLabel(target), targetText(target))),
  ],
  standing: {
    somethingCanBeCancelled: {
      code: "RCX-2",
      words: "有有效的异地就医登记，或者还没有开始审核的登记申请",
      citation: house("没有登记的无从撤销；审核已经开始的，等结果出来再撤销"),
      judge: (situation) => {
        const targets = targetsOf(situation);
        if (targets.length > 0) {
          return holds(
            ...targets.map((each) => text(targetLabel(each), targetText(each), "actual")),
          );
        }
        const [pending] = pendingOf(situation.facts.onlineCases);
        return fails({
          message: pending
            ? `您的登记申请（办件编号 ${pending.number}）正在审核，不能撤回。`
            : "您没有有效的异地就医登记，不用撤销。",
          figures: [
            text("办理条件", "有效的登记，或者还没有开始审核的申请", "required"),
            text("您的登记", pending ? "正在审核" : "没有", "actual"),
          ],
          remedy: pending
            ? { text: "审核结果出来以后，不要的登记可以在这里撤销。" }
            : { text: "要登记异地就医的，可以网上申请。", service: REGISTERING },
        });
      },
    },
  },
  request: {
    targetStands: {
      code: "RCX-1",
      words: "选择的登记或申请在可以撤销的里面",
      citation: source,
      judge: (asked) => {
        const targets = targetsOf(asked);
        if (targets.length === 0) return moot();
        const target = chosen(asked);
        if (target) return holds(text("撤销", targetText(target), "actual"));
        return fails({
          message: "您选的登记或申请现在不能撤销，请重新选择。",
          figures: targets.map((each) => text("可以撤销", targetText(each), "required")),
          remedy: { text: "请从列出的里面选择。" },
          at: "/target",
        });
      },
    },
  },
  provisions: {
    atOnceBySms: {
      code: "RCX-1",
      words: "确认后立即撤销，结果用短信告知",
      citation: source,
    },
    fromToday: {
      code: "RCX-2",
      words: "先显示撤销什么、从哪一天起；登记从当天起失效，还没有审核的申请随即撤回",
      citation: house("撤销不追溯，当天以前的费用照常结算"),
    },
  },
  choices: (situation) => ({
    target: targetsOf(situation).map((target) => ({
      value: numberOf(target),
      label: targetLabel(target),
      note: targetText(target),
    })),
  }),
  defaults: (situation) => {
    const [only, ...others] = targetsOf(situation);
    return only && others.length === 0 ? { target: numberOf(only) } : {};
  },
  quote: (asked) => {
    const target = chosen(asked);
    const figures = target
      ? [
          text("撤销", targetLabel(target)),
          text("内容", targetText(target)),
          dayFigure("从哪一天起", asked.today),
        ]
      : [];
    return { figures, lines: [], total: null, months: [] };
  },
  consequence: (asked) =>
    chosen(asked)?.kind === "application"
      ? "登记申请随即撤回，不再审核；要登记的须重新申请。"
      : `登记自${formatDay(asked.today)}起失效，从这一天起在外地就医不再按异地登记结算。`,
  process: [{ kind: "decide", effects }],
});

function effects(asked: CaseRequest<CancellationNeeds, CancellationInput>): readonly Effect[] {
  const target = chosen(asked);
  if (target === null) throw new Error("decided though a rule refuses");
  if (target.kind === "application") {
    const { number } = target.application;
    return [
      { kind: "case.withdraw", number },
      {
        kind: "message.send",
        slot: "withdrawn",
        template: "remote-care-withdrawn",
        values: { withdrawn: number },
      },
    ];
  }
  const { registration } = target;
  return [
    { kind: "remote-care.cancel", number: registration.number, on: asked.today },
    {
      kind: "message.send",
      slot: "cancelled",
      template: "remote-care-cancelled",
      values: {
        kind: remoteCareKindNames[registration.kind],
        place: regionName(regionOf(registration.region)) ?? "",
        from: formatDay(asked.today),
      },
    },
  ];
}
