import { getDayDetail } from "chinese-days";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { officialCalendarYears, workingCalendarOf } from "./calendar-years.ts";
import { addDays, day, daysBetween, isAfter } from "./dates.ts";
import { PolicyBook } from "./policy.ts";
import { startingPolicy } from "./policy-values.ts";
import { type CalendarYear, isCalendarMissing, WorkingCalendar } from "./working-days.ts";

/** Autumn of 2020 as published; the rest of that year isn't needed here. */
const autumn2020: CalendarYear = {
  year: 2020,
  freeDays: ["01", "02", "03", "04", "05", "06", "07", "08"].map((d) => `2020-10-${d}`),
  makeUpDays: ["2020-09-27", "2020-10-10"],
  source: "《国务院办公厅关于2020年部分节假日安排的通知》",
};
const calendar = new WorkingCalendar([autumn2020, ...officialCalendarYears]);
const at = (text: string) => Temporal.PlainDateTime.from(text);
const text = (answer: unknown) =>
  isCalendarMissing(answer) ? `unknown ${answer.year}` : String(answer);

describe("published years", () => {
  it.each(officialCalendarYears.map(({ year }) => year))("%i agrees day by day", (year) => {
    const first = day(`${year}-01-01`);
    const wrong = Array.from({ length: first.daysInYear }, (_, n) => addDays(first, n)).filter(
      (date) => calendar.isWorkingDay(date) !== getDayDetail(date.toString()).work,
    );
    expect(wrong.map(String)).toEqual([]);
  });

  it.each([
    ["2026-02-14", true],
    ["2026-02-28", true],
    ["2026-02-15", false],
    ["2026-02-16", false],
    ["2026-02-24", true],
    ["2026-03-14", false],
    ["2026-03-16", true],
  ])("%s is worked: %s", (date, worked) => {
    expect(calendar.isWorkingDay(day(date))).toBe(worked);
  });

  it("come from the policy book as well", () => {
    const fromBook = workingCalendarOf(startingPolicy());
    expect(fromBook.isWorkingDay(day("2026-02-14"))).toBe(true);
    expect([2023, 2024, 2025, 2026, 2027].map((year) => fromBook.knows(year))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(workingCalendarOf(new PolicyBook([], "none")).knows(2026)).toBe(false);
  });
});

describe("counting (WKD-2)", () => {
  it.each([
    ["2020-09-24", 5, "2020-09-30"],
    ["2020-09-30", 1, "2020-10-09"],
    ["2020-09-30", 2, "2020-10-10"],
    ["2026-02-13", 1, "2026-02-14"],
    ["2026-02-14", 1, "2026-02-24"],
    ["2026-03-18", 0, "2026-03-18"],
    ["2026-03-20", 1, "2026-03-23"],
  ])("%s plus %i is %s", (from, n, expected) => {
    expect(text(calendar.addWorkingDays(day(from), n))).toBe(expected);
  });

  it.each([
    ["2026-03-18T09:00:00", "2026-03-18"],
    ["2026-03-18T17:00:00", "2026-03-18"],
    ["2026-03-18T17:00:00.001", "2026-03-19"],
    ["2026-03-18T23:59:59", "2026-03-19"],
    ["2026-03-20T17:00:01", "2026-03-23"],
    ["2026-03-21T08:00:00", "2026-03-23"],
    ["2026-02-14T16:59:59", "2026-02-14"],
    ["2026-02-14T18:00:00", "2026-02-24"],
    ["2026-02-17T10:00:00", "2026-02-24"],
    ["2026-12-31T17:00:01", "unknown 2027"],
  ])("handed in at %s counts from %s", (received, expected) => {
    expect(text(calendar.acceptedOn(at(received)))).toBe(expected);
  });

  it.each([
    ["2020-09-24", "2020-09-30", 5],
    ["2020-09-30", "2020-10-08", 0],
    ["2026-03-18", "2026-03-18", 0],
    ["2026-03-19", "2026-03-18", 0],
  ])("between %s and %s lie %i", (from, to, expected) => {
    expect(calendar.workingDaysBetween(day(from), day(to))).toBe(expected);
  });

  it.each([-1, 0.5, Number.NaN, 4001])("%s is no number of working days", (n) => {
    expect(() => calendar.addWorkingDays(day("2026-03-18"), n)).toThrow(RangeError);
  });

  it("lands on working days and counts back the same", () => {
    const start = fc.integer({ min: 0, max: 1000 }).map((n) => addDays(day("2024-01-01"), n));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (from, n) => {
        const to = calendar.addWorkingDays(from, n);
        if (isCalendarMissing(to)) return;
        expect(calendar.isWorkingDay(to)).toBe(true);
        expect(calendar.workingDaysBetween(from, to)).toBe(n);
        expect(isAfter(to, from) && daysBetween(from, to) >= n).toBe(true);
      }),
    );
  });
});

describe("a year that isn't published is never guessed (WKD-1)", () => {
  it.each([
    ["2026-12-30", 1, "2026-12-31"],
    ["2026-12-30", 2, "unknown 2027"],
    ["2027-03-01", 1, "unknown 2027"],
  ])("%s plus %i is %s", (from, n, expected) => {
    expect(text(calendar.addWorkingDays(day(from), n))).toBe(expected);
  });

  it("says so for single days and spans", () => {
    const missing = { kind: "unknown-year", year: 2027 };
    expect(calendar.isWorkingDay(day("2027-01-04"))).toEqual(missing);
    expect(calendar.workingDayFrom(day("2027-01-04"))).toEqual(missing);
    expect(calendar.workingDaysBetween(day("2026-12-30"), day("2027-01-04"))).toEqual(missing);
    expect(isCalendarMissing(missing)).toBe(true);
    expect(isCalendarMissing(day("2026-12-30"))).toBe(false);
  });
});

describe("broken calendar data", () => {
  const year = (patch: Partial<CalendarYear>): CalendarYear => ({
    year: 2026,
    freeDays: [],
    makeUpDays: [],
    source: "",
    ...patch,
  });
  it.each([
    ["a year twice", [year({}), year({})]],
    ["a free day of another year", [year({ freeDays: ["2025-12-31"] })]],
    ["a make-up day in the week", [year({ makeUpDays: ["2026-03-18"] })]],
    [
      "a day both free and worked",
      [year({ freeDays: ["2026-02-28"], makeUpDays: ["2026-02-28"] })],
    ],
  ])("%s is refused", (_, years) => {
    expect(() => new WorkingCalendar(years)).toThrow(RangeError);
  });
});
