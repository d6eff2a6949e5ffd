import { addDays, type Day, isAfter, isOnOrAfter } from "./dates.ts";
import { isCalendarMissing, type WorkingCalendar } from "./working-days.ts";

/** Days on which the clock stood still: the first isn't stopped itself, the last one is. */
export interface Pause {
  readonly from: Day;
  /** Null while it lasts. */
  readonly to: Day | null;
}

/** Days in a row that count, or don't, for one reason. */
export interface DueSpan {
  readonly kind: "working" | "make-up" | "weekend" | "holiday" | "paused";
  readonly from: Day;
  readonly to: Day;
  /** The number of the last working day that counts, from 1; null where none does. */
  readonly counted: number | null;
}

/** Why a case is due when it is, day by day (APP-7, WKD-2). */
export interface DueWorkings {
  /** The day it was taken in, which isn't counted. */
  readonly from: Day;
  readonly to: Day;
  readonly spans: readonly DueSpan[];
  /** Working days that count, up to `to`. */
  readonly workingDays: number;
}

/**
 * The way from the day a case was taken in to the day it is due, in spans. While it pauses the way
 * ends at the pause, since the due date moves on with each working day of it. Null where a year on
 * the way has no calendar.
 */
export function dueWorkings(
  acceptedOn: Day,
  dueOn: Day,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): DueWorkings | null {
  const open = pauses.find(({ to }) => to === null);
  const to = open && isAfter(dueOn, open.from) ? open.from : dueOn;
  const spans: DueSpan[] = [];
  let counted = 0;
  for (let date = addDays(acceptedOn, 1); !isAfter(date, to); date = addDays(date, 1)) {
    const kind = kindOf(date, pauses, calendar);
    if (kind === null) return null;
    const counts = kind === "working" || kind === "make-up";
    if (counts) counted += 1;
    addTo(spans, { kind, from: date, to: date, counted: counts ? counted : null });
  }
  return { from: acceptedOn, to, spans, workingDays: counted };
}

function addTo(spans: DueSpan[], next: DueSpan): void {
  const last = spans.at(-1);
  if (last?.kind === next.kind) spans[spans.length - 1] = { ...next, from: last.from };
  else spans.push(next);
}

function kindOf(
  date: Day,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): DueSpan["kind"] | null {
  const isPaused = pauses.some(
    ({ from, to }) => isAfter(date, from) && (to === null || isOnOrAfter(to, date)),
  );
  if (isPaused) return "paused";
  const kind = calendar.kindOfDay(date);
  return isCalendarMissing(kind) ? null : kind;
}
