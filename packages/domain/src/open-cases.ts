import type { CaseState } from "./case-states.ts";
import { text } from "./figures.ts";
import { type Finding, fails, holds, house, judgeAll, type Rule, toCounter } from "./findings.ts";

/** A case of the same subject that isn't ended. */
export interface OpenCase {
  readonly number: string;
  readonly service: string;
  readonly serviceName: string;
  readonly object: string;
  readonly state: CaseState;
  /** Accounts whose balance it has frozen, by their id in the ledger. */
  readonly holds: readonly string[];
}

/** What is asked for, as far as other cases can stand in its way. */
export interface Claim {
  readonly service: string;
  /** Null where it isn't known before the input is. */
  readonly object: string | null;
  readonly accountId: string | null;
  readonly openCases: readonly OpenCase[];
}

/** Rules of the frame, the same for all services. */
export const openCaseRules: Readonly<Record<string, Rule<Claim>>> = {
  noOpenCaseAboutTheSame: {
    code: "CAS-1",
    words: "同一事项没有正在办理的申请",
    citation: house("同一人同一事项同一标的，前一件办结之前不重复受理"),
    judge: ({ service, object, openCases }) => {
      const open = openCases.find((other) => other.service === service && other.object === object);
      if (!open) return holds();
      // It is settled where it waits already.
      if (open.state === "waiting-counter") {
        return toCounter({
          message: `您已有一件等待到柜面办理的申请（办件编号 ${open.number}），请到柜面接着办。`,
          figures: [text("正在办理", open.number, "actual")],
          remedy: { text: "请带办件编号到柜面；可以撤回的，也可在“我的办件”撤回后重新申请。" },
        });
      }
      return fails({
        message: `您已有一件正在办理的申请（办件编号 ${open.number}），不用重复提交。`,
        figures: [text("正在办理", open.number, "actual")],
        remedy: { text: "可在“我的办件”查看进度；需要改动的，可先撤回再重新申请。" },
      });
    },
  },
  accountIsFree: {
    code: "CAS-2",
    words: "账户没有被其他正在办理的申请冻结",
    citation: house("办理中的申请涉及的余额先行冻结，以免重复支取"),
    judge: ({ service, object, accountId, openCases }) => {
      const holder = openCases.find(
        (other) => accountId !== null && other.holds.includes(accountId),
      );
      const isTheSame = holder?.service === service && holder.object === object;
      if (!holder || isTheSame) return holds();
      return fails({
        message: `这个账户的余额正被“${holder.serviceName}”（办件编号 ${holder.number}）冻结，那一件办结后才能再办。`,
        figures: [text("冻结的办件", holder.number, "actual")],
        remedy: { text: "可在“我的办件”查看那一件的进度。" },
      });
    },
  },
};

export const judgeOpenCases = (claim: Claim): readonly Finding[] => judgeAll(openCaseRules, claim);
