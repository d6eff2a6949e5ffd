import type { CaseState } from "./case-states.ts";

/** The states of a case, as applicants and staff read them. */
export const caseStateNames: Readonly<Record<CaseState, string>> = {
  submitted: "已受理，等待审核",
  "in-review": "审核中",
  "more-needed": "待补正",
  approved: "已通过",
  refused: "未通过",
  "waiting-outside": "等待其他单位办理",
  "waiting-counter": "等待到柜面办理",
  done: "已办结",
  withdrawn: "已撤回",
  lapsed: "已失效",
};
