import { Temporal } from "temporal-polyfill";

/** A civil date in Asia/Shanghai, without a time. */
export type Day = Temporal.PlainDate;
/** A civil month, such as a contribution month. */
export type Month = Temporal.PlainYearMonth;

/** Reads 2026-03-18. Throws RangeError for anything that isn't an existing ISO date. */
export function day(iso: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) throw new RangeError(`not a date: ${iso}`);
  return Temporal.PlainDate.from(iso, { overflow: "reject" });
}

/** Reads 2026-03. Throws RangeError for anything that isn't an existing ISO month. */
export function month(iso: string): Month {
  if (!/^\d{4}-\d{2}$/.test(iso)) throw new RangeError(`not a month: ${iso}`);
  return Temporal.PlainYearMonth.from(iso, { overflow: "reject" });
}

/** The date with these numbers, or null if no calendar has it (31 April, 29 February 2025). */
export function dayFromParts(year: number, monthNumber: number, dayNumber: number): Day | null {
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1) return null;
  const parts = { year, month: monthNumber };
  if (dayNumber > Temporal.PlainYearMonth.from(parts).daysInMonth) return null;
  return Temporal.PlainDate.from({ ...parts, day: dayNumber });
}

export function addDays(start: Day, days: number): Day {
  return start.add({ days });
}

/**
 * Adds months, clamping at the month's end: 31 August plus 6 months is 28 or 29 February.
 * Civil Code art. 202: where the last month has no such day, its last day ends the period.
 */
export function addMonthsClamped(start: Day, months: number): Day {
  return start.add({ months }, { overflow: "constrain" });
}

export function addMonths(start: Month, months: number): Month {
  return start.add({ months });
}

/** Months from one to the other, negative if `to` is earlier: 2026-01 to 2026-03 is 2. */
export function monthsBetween(from: Month, to: Month): number {
  return (to.year - from.year) * 12 + to.month - from.month;
}

/**
 * Full months that have run from one day to the other: the largest n for which
 * `addMonthsClamped(from, n)` isn't after `to`. Negative if `to` is earlier.
 */
export function fullMonthsBetween(from: Day, to: Day): number {
  const months = monthsBetween(monthOf(from), monthOf(to));
  return isAfter(addMonthsClamped(from, months), to) ? months - 1 : months;
}

/** Days from one to the other, the first counted and the last not; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return from.until(to, { largestUnit: "days" }).days;
}

/**
 * Full years of age on a day. Who was born on 29 February turns a year older on 28 February in
 * common years: the same clamping as every other period here (Civil Code art. 202), so that an age
 * and a period of as many months can't disagree by a day.
 */
export function ageOn(birth: Day, on: Day): number {
  return Math.floor(fullMonthsBetween(birth, on) / 12);
}

/** The day on which this age in full years is reached. */
export function birthdayAt(birth: Day, years: number): Day {
  return addMonthsClamped(birth, years * 12);
}

export function monthOf(date: Day): Month {
  return date.toPlainYearMonth();
}

/** The given day of a month, or the month's last day if it is shorter. */
export function dayInMonth(of: Month, dayNumber: number): Day {
  return of.toPlainDate({ day: Math.min(dayNumber, of.daysInMonth) });
}

const firstDays = new WeakMap<Month, Day>();

/** Remembered for each month: values are looked up by it some hundred times for one decision. */
export function firstDayOf(of: Month): Day {
  const known = firstDays.get(of);
  if (known) return known;
  const first = of.toPlainDate({ day: 1 });
  firstDays.set(of, first);
  return first;
}

export function lastDayOf(of: Month): Day {
  return of.toPlainDate({ day: of.daysInMonth });
}

/** Every month from the first to the last, both included; empty if they are in reverse order. */
export function monthsFromTo(first: Month, last: Month): Month[] {
  const count = Math.max(0, monthsBetween(first, last) + 1);
  return Array.from({ length: count }, (_, index) => addMonths(first, index));
}

export function compareDays(left: Day, right: Day): number {
  return Temporal.PlainDate.compare(left, right);
}

export function compareMonths(left: Month, right: Month): number {
  return Temporal.PlainYearMonth.compare(left, right);
}

export function isSameDay(left: Day, right: Day): boolean {
  return compareDays(left, right) === 0;
}

export function isBefore(left: Day, right: Day): boolean {
  return compareDays(left, right) < 0;
}

export function isAfter(left: Day, right: Day): boolean {
  return compareDays(left, right) > 0;
}

export function isOnOrBefore(left: Day, right: Day): boolean {
  return compareDays(left, right) <= 0;
}

export function isOnOrAfter(left: Day, right: Day): boolean {
  return compareDays(left, right) >= 0;
}

export function isSameMonth(left: Month, right: Month): boolean {
  return compareMonths(left, right) === 0;
}

export function isMonthBefore(left: Month, right: Month): boolean {
  return compareMonths(left, right) < 0;
}

export function isMonthAfter(left: Month, right: Month): boolean {
  return compareMonths(left, right) > 0;
}

/** The later of the given days. */
export function latestDay(first: Day, ...others: readonly Day[]): Day {
  return others.reduce((latest, date) => (isAfter(date, latest) ? date : latest), first);
}

/** The earlier of the given days. */
export function earliestDay(first: Day, ...others: readonly Day[]): Day {
  return others.reduce((earliest, date) => (isBefore(date, earliest) ? date : earliest), first);
}

/** 2026年3月18日, as on screens and papers. */
export function formatDay(date: Day): string {
  return `${date.year}年${date.month}月${date.day}日`;
}

/** 2026年3月18日 09:05, by the clocks of Shanghai. */
export const formatMoment = (moment: Temporal.PlainDateTime): string =>
  `${formatDay(moment.toPlainDate())} ${moment.toPlainTime().toString({ smallestUnit: "minute" })}`;

/** 2026年3月, as on screens and papers. */
export function formatMonth(of: Month): string {
  return `${of.year}年${of.month}月`;
}
