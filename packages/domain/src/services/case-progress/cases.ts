import { Temporal } from "temporal-polyfill";
import { isOpen } from "../../case-states.ts";
import { caseStateNames } from "../../case-words.ts";
import { type Day, isBefore } from "../../dates.ts";
import {
  type CounterCase,
  counterDueOn,
  counterOutcomeNames,
  type OnlineCase,
} from "../../progress.ts";
import type { Look } from "../../service.ts";

/** First day of acceptance that is asked for; without one it is this year's first. */
export interface ProgressQuery {
  readonly since?: Day | undefined;
}

type ProgressLook = Look<"counterCases" | "onlineCases", ProgressQuery>;

export interface ProgressView {
  readonly since: Day;
  /** The latest first. */
  readonly cases: readonly ProgressRow[];
}

export interface ProgressRow {
  readonly channel: "counter" | "online";
  readonly channelName: string;
  readonly number: string;
  readonly matter: string;
  readonly acceptedAt: Temporal.PlainDateTime;
  readonly step: string;
  /** Null for what is decided at once, and where the calendar isn't published. */
  readonly dueOn: Day | null;
  /** Of an open case, to the due date: 0 on the day itself, negative after it. */
  readonly workingDaysLeft: number | null;
  /** The due date, or why there is none, in words. */
  readonly dueNote: string;
  /** Null until it is finished. */
  readonly result: string | null;
}

export const since = ({ query, today }: Pick<ProgressLook, "query" | "today">): Day =>
  query.since ?? today.with({ month: 1, day: 1 });

/** Where each of the person's cases is, from the window and from this hall (CPQ-3, CPQ-4). */
export function progress(look: ProgressLook): ProgressView {
  const first = since(look);
  const { counterCases, onlineCases } = look.facts;
  const cases = [
    ...counterCases.map((each) => counterRow(each, look)),
    ...onlineCases.map((each) => onlineRow(each, look)),
  ];
  return {
    since: first,
    cases: cases
      .filter(({ acceptedAt }) => !isBefore(acceptedAt.toPlainDate(), first))
      .toSorted((left, right) => Temporal.PlainDateTime.compare(right.acceptedAt, left.acceptedAt)),
  };
}

function counterRow(counted: CounterCase, look: ProgressLook): ProgressRow {
  const { number, matter, acceptedAt, workingDays, step, outcome, result } = counted;
  // A year that wasn't published then may be by now.
  const dueOn = counted.dueOn ?? counterDueOn(counted, look.calendar);
  return {
    channel: "counter",
    channelName: "综合窗口",
    number,
    matter,
    acceptedAt,
    step,
    dueOn,
    workingDaysLeft: outcome === null ? workingDaysLeft(dueOn, look) : null,
    dueNote: dueOn ? `承诺${workingDays}个工作日` : `承诺${workingDays}个工作日，${NO_CALENDAR}`,
    result: outcome && `${counterOutcomeNames[outcome]}：${result ?? ""}`,
  };
}

const NO_CALENDAR = "所在年度的工作日历公布后即可算出日期";

function onlineRow(filed: OnlineCase, look: ProgressLook): ProgressRow {
  const { number, matter, submittedAt, state, dueOn, isPaused } = filed;
  const runs = isOpen(state) && !isPaused;
  return {
    channel: "online",
    channelName: "网上办事大厅",
    number,
    matter,
    acceptedAt: submittedAt,
    step: caseStateNames[state],
    dueOn,
    workingDaysLeft: runs ? workingDaysLeft(dueOn, look) : null,
    dueNote: onlineNote(filed),
    result: isOpen(state) ? null : caseStateNames[state],
  };
}

function onlineNote({ state, dueOn, isPaused }: OnlineCase): string {
  if (isPaused) return "等待补正，时限暂停计算";
  if (dueOn) return "按工作日计算";
  return isOpen(state) ? NO_CALENDAR : "即时办理";
}

function workingDaysLeft(dueOn: Day | null, { today, calendar }: ProgressLook): number | null {
  if (dueOn === null) return null;
  const isLate = isBefore(dueOn, today);
  const days = isLate
    ? calendar.workingDaysBetween(dueOn, today)
    : calendar.workingDaysBetween(today, dueOn);
  if (typeof days !== "number") return null;
  return isLate ? -days : days;
}
