import { Temporal } from "temporal-polyfill";
import { addDays, type Day, isAfter } from "./dates.ts";

/**
 * One year of the State Council's calendar. Only what departs from Monday-to-Friday is listed.
 * Plain JSON, as it is kept under the policy key `calendar.<year>`.
 */
export interface CalendarYear {
  readonly year: number;
  /** ISO dates of this year that are free, weekends inside a holiday included. */
  readonly freeDays: readonly string[];
  /** ISO dates of this year's Saturdays and Sundays that are worked to make up. */
  readonly makeUpDays: readonly string[];
  /** The notice that announced it. */
  readonly source: string;
}

/** The calendar of a year that hasn't been published yet: an answer, never a guess (WKD-1). */
export interface CalendarMissing {
  readonly kind: "unknown-year";
  readonly year: number;
}

export type DayKind = "working" | "make-up" | "weekend" | "holiday";

/** Cases handed in later than this in the day count from the next working day (WKD-2). */
export const CLOSING_TIME = Temporal.PlainTime.from("17:00:00");

const SATURDAY = 6;
/** More than any period in a regulation: a larger count is a bug. */
const MOST_WORKING_DAYS = 4000;

export function isCalendarMissing(answer: unknown): answer is CalendarMissing {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "kind" in answer &&
    answer.kind === "unknown-year"
  );
}

/** Working days of the years that were published; any other year gives CalendarMissing. */
export class WorkingCalendar {
  readonly #years: ReadonlyMap<number, { free: ReadonlySet<string>; makeUp: ReadonlySet<string> }>;

  /** Throws RangeError for a year given twice or a date outside its year: broken data. */
  constructor(years: readonly CalendarYear[]) {
    const known = new Map<number, { free: Set<string>; makeUp: Set<string> }>();
    for (const entry of years) {
      if (known.has(entry.year)) throw new RangeError(`calendar of ${entry.year} given twice`);
      checkDates(entry);
      known.set(entry.year, {
        free: new Set(entry.freeDays),
        makeUp: new Set(entry.makeUpDays),
      });
    }
    this.#years = known;
  }

  knows(year: number): boolean {
    return this.#years.has(year);
  }

  /** What a day is: worked as usual or to make up, free as a weekend or by a holiday. */
  kindOfDay(date: Day): DayKind | CalendarMissing {
    const year = this.#years.get(date.year);
    if (year === undefined) return { kind: "unknown-year", year: date.year };
    const iso = date.toString();
    if (year.free.has(iso)) return "holiday";
    if (date.dayOfWeek < SATURDAY) return "working";
    return year.makeUp.has(iso) ? "make-up" : "weekend";
  }

  /** Compare the answer with `true` or `false`: a missing year is an object, which is truthy. */
  isWorkingDay(date: Day): boolean | CalendarMissing {
    const kind = this.kindOfDay(date);
    return typeof kind === "string" ? kind === "working" || kind === "make-up" : kind;
  }

  /**
   * The n-th working day after `from`, which itself isn't counted: 2020-09-24 plus 5 is 2020-09-30.
   * n is a whole number from 1; with 0 the answer is `from` itself.
   */
  addWorkingDays(from: Day, n: number): Day | CalendarMissing {
    assertCount(n);
    let date = from;
    for (let left = n; left > 0; ) {
      date = addDays(date, 1);
      const working = this.isWorkingDay(date);
      if (typeof working !== "boolean") return working;
      if (working) left -= 1;
    }
    return date;
  }

  /** The day itself if it is worked, else the next one that is. */
  workingDayFrom(date: Day): Day | CalendarMissing {
    const working = this.isWorkingDay(date);
    if (typeof working !== "boolean") return working;
    return working ? date : this.addWorkingDays(date, 1);
  }

  /**
   * The day that counts as the day of submission, from the Shanghai wall clock (WKD-2). 17:00:00
   * sharp is in time; anything later, or a free day, is the next working day.
   */
  acceptedOn(received: Temporal.PlainDateTime): Day | CalendarMissing {
    const date = received.toPlainDate();
    const inTime = Temporal.PlainTime.compare(received.toPlainTime(), CLOSING_TIME) <= 0;
    return inTime ? this.workingDayFrom(date) : this.addWorkingDays(date, 1);
  }

  /** Working days after `from` up to and with `to`; 0 if `to` isn't later. */
  workingDaysBetween(from: Day, to: Day): number | CalendarMissing {
    let count = 0;
    for (let date = addDays(from, 1); !isAfter(date, to); date = addDays(date, 1)) {
      const working = this.isWorkingDay(date);
      if (typeof working !== "boolean") return working;
      if (working) count += 1;
    }
    return count;
  }
}

function checkDates({ year, freeDays, makeUpDays }: CalendarYear): void {
  for (const iso of [...freeDays, ...makeUpDays]) {
    if (Temporal.PlainDate.from(iso).year !== year) {
      throw new RangeError(`${iso} isn't a date of the calendar of ${year}`);
    }
  }
  for (const iso of makeUpDays) {
    if (Temporal.PlainDate.from(iso).dayOfWeek < SATURDAY || freeDays.includes(iso)) {
      throw new RangeError(`${iso} can't be a make-up day`);
    }
  }
}

function assertCount(n: number): void {
  if (!Number.isInteger(n) || n < 0 || n > MOST_WORKING_DAYS) {
    throw new RangeError(`not a number of working days: ${n}`);
  }
}
