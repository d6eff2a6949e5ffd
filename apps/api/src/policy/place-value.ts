import type { Day } from "@hall/domain/dates";
import { day } from "@hall/domain/dates";
import { type PolicyRow, plainDay } from "../policy-shelf.ts";

/** How the released values of a key make room for a new one. */
export interface Placed {
  /** The first day on which the new value no longer holds; null is open-ended. */
  readonly until: Day | null;
  /** The value that now ends where the new one begins. */
  readonly closes: PolicyRow | null;
  /** A coming value of the same first day, whose place is taken. */
  readonly replaces: PolicyRow | null;
}

/** `released` are the key's values in force, past and coming; the new one begins with `from`. */
export function placeValue(
  key: string,
  value: unknown,
  from: Day,
  released: readonly PolicyRow[],
): Placed {
  const sorted = released.toSorted((a, b) => a.fromDay.getTime() - b.fromDay.getTime());
  const begins = (row: PolicyRow) => plainDay(row.fromDay).toString();
  const own = from.toString();
  const earlier = sorted.findLast((row) => begins(row) < own) ?? null;
  const later = sorted.find((row) => begins(row) > own) ?? null;
  const reaches = earlier && (!earlier.untilDay || plainDay(earlier.untilDay).toString() > own);
  const ends = [later && plainDay(later.fromDay), yearEnd(key, value)].filter(
    (end) => end !== null,
  );
  return {
    until: ends.toSorted((a, b) => (a.toString() < b.toString() ? -1 : 1))[0] ?? null,
    closes: reaches ? earlier : null,
    replaces: sorted.find((row) => begins(row) === own) ?? null,
  };
}

/** The year that a value is bound to: of a calendar, or of a premium; null for any other key. */
export function yearOf(key: string, value: unknown): number | null {
  const calendar = /^calendar\.(\d{4})$/.exec(key)?.[1];
  if (calendar) return Number(calendar);
  const isPremium = key === "resident.studentPremium";
  if (!isPremium || typeof value !== "object" || value === null) return null;
  return "insuredYear" in value ? Number(value.insuredYear) : null;
}

function yearEnd(key: string, value: unknown): Day | null {
  const year = yearOf(key, value);
  return year === null ? null : day(`${year + 1}-01-01`);
}
