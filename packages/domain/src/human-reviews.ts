import type { Temporal } from "temporal-polyfill";
import type { Day } from "./dates.ts";
import type { PolicyReader } from "./policy.ts";
import { isCalendarMissing, type WorkingCalendar } from "./working-days.ts";

/** What a human finds about a refusal by machine (XPL-13). */
export type ReviewOutcome = "stands" | "wrong" | "counter";

export const reviewOutcomeNames: Readonly<Record<ReviewOutcome, string>> = {
  stands: "维持原判断",
  wrong: "判断有误，记录已更正",
  counter: "需要带材料到柜面核对",
};

/** What the person does next, by what was found. */
export const reviewNextSteps: Readonly<Record<ReviewOutcome, string>> = {
  stands: "仍按原判断，您可以按卡片上的办法准备，或者到柜面咨询",
  wrong: "请重新办理，系统会按更正后的记录判断",
  counter: "请带上答复里写的材料到柜面",
};

/**
 * By when a human answers: so many working days after the day that counts as the day of asking
 * (WKD-2). Null where the calendar's year isn't published.
 */
export function reviewDueOn(
  askedAt: Temporal.PlainDateTime,
  calendar: WorkingCalendar,
  policy: PolicyReader,
): Day | null {
  const accepted = calendar.acceptedOn(askedAt);
  if (isCalendarMissing(accepted)) return null;
  const { workingDays } = policy.on("clock.human-review", askedAt.toPlainDate());
  const due = calendar.addWorkingDays(accepted, workingDays);
  return isCalendarMissing(due) ? null : due;
}
