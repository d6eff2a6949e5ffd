import type { Temporal } from "temporal-polyfill";
import type { CaseState } from "./case-states.ts";
import type { Day } from "./dates.ts";
import { isCalendarMissing, type WorkingCalendar } from "./working-days.ts";

/** How a counter case ended. */
export const counterOutcomes = ["granted", "refused", "withdrawn"] as const;
export type CounterOutcome = (typeof counterOutcomes)[number];

export const counterOutcomeNames: Readonly<Record<CounterOutcome, string>> = {
  granted: "予以办理",
  refused: "不予办理",
  withdrawn: "本人撤回",
};

/** A commitment case (承诺件) that was taken in at the window of the main hall. */
export interface CounterCase {
  readonly number: string;
  readonly matter: string;
  /** Shanghai wall clock. */
  readonly acceptedAt: Temporal.PlainDateTime;
  /** Working days promised. */
  readonly workingDays: number;
  /** Null where the calendar's year was missing when it was taken in. */
  readonly dueOn: Day | null;
  /** Where it is now, in the words of the window. */
  readonly step: string;
  /** Null until it is finished. */
  readonly outcome: CounterOutcome | null;
  /** What was told at the end; null until then. */
  readonly result: string | null;
}

/** A case filed in this hall, as far as its progress tells. */
export interface OnlineCase {
  readonly number: string;
  /** Code of its service, and what that is called. */
  readonly service: string;
  readonly matter: string;
  /** Shanghai wall clock. */
  readonly submittedAt: Temporal.PlainDateTime;
  readonly state: CaseState;
  /** Null for what is decided at once, and where the calendar's year is missing. */
  readonly dueOn: Day | null;
  /** The clock stands still while the applicant is asked for more. */
  readonly isPaused: boolean;
}

/**
 * By when a counter case is due: the promised working days after the day that counts as the day
 * on which it was taken in (after 17:00 the next one). Null where the calendar isn't published.
 */
export function counterDueOn(
  { acceptedAt, workingDays }: Pick<CounterCase, "acceptedAt" | "workingDays">,
  calendar: WorkingCalendar,
): Day | null {
  const accepted = calendar.acceptedOn(acceptedAt);
  if (isCalendarMissing(accepted)) return null;
  const due = calendar.addWorkingDays(accepted, workingDays);
  return isCalendarMissing(due) ? null : due;
}
