import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { officialCalendarYears } from "./calendar-years.ts";
import { addDays, day } from "./dates.ts";
import { type DueWorkings, dueWorkings, type Pause } from "./due-workings.ts";
import { WorkingCalendar } from "./working-days.ts";

// APP-7, WKD-1, WKD-2: why a date is what it is.

const calendar = new WorkingCalendar(officialCalendarYears);
const pause = (from: string, to: string | null): Pause => ({
  from: day(from),
  to: to === null ? null : day(to),
});
const ask = (from: string, to: string, pauses: readonly Pause[] = []) =>
  dueWorkings(day(from), day(to), pauses, calendar);
const brief = (workings: DueWorkings | null) =>
  workings?.spans.map(({ kind, from, to, counted }) => [kind, String(from), String(to), counted]);

describe("the way to a due date", () => {
  it("counts working days from the day after, and leaves a weekend out", () => {
    const workings = ask("2026-03-18", "2026-03-25");
    expect(workings?.workingDays).toBe(5);
    expect(brief(workings)).toEqual([
      ["working", "2026-03-19", "2026-03-20", 2],
      ["weekend", "2026-03-21", "2026-03-22", null],
      ["working", "2026-03-23", "2026-03-25", 5],
    ]);
  });

  it("tells a holiday from a weekend, and a Saturday that is worked", () => {
    expect(brief(ask("2026-02-12", "2026-02-28"))).toEqual([
      ["working", "2026-02-13", "2026-02-13", 1],
      ["make-up", "2026-02-14", "2026-02-14", 2],
      ["holiday", "2026-02-15", "2026-02-23", null],
      ["working", "2026-02-24", "2026-02-27", 6],
      ["make-up", "2026-02-28", "2026-02-28", 7],
    ]);
  });

  it("shows the days on which it stood still, the last of them too", () => {
    const workings = ask("2026-03-16", "2026-03-24", [pause("2026-03-17", "2026-03-19")]);
    expect(brief(workings)).toEqual([
      ["working", "2026-03-17", "2026-03-17", 1],
      ["paused", "2026-03-18", "2026-03-19", null],
      ["working", "2026-03-20", "2026-03-20", 2],
      ["weekend", "2026-03-21", "2026-03-22", null],
      ["working", "2026-03-23", "2026-03-24", 4],
    ]);
  });

  it("ends at a pause that lasts", () => {
    const workings = ask("2026-03-16", "2026-03-30", [pause("2026-03-18", null)]);
    expect(String(workings?.to)).toBe("2026-03-18");
    expect(workings?.workingDays).toBe(2);
  });

  it("is told for no year that has no calendar", () => {
    expect(ask("2026-12-30", "2027-01-05")).toBeNull();
  });

  it("counts as many working days as made the date, with however long a pause", () => {
    const inYear = fc.integer({ min: 0, max: 200 }).map((n) => addDays(day("2025-02-05"), n));
    const property = fc.property(
      inYear,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 20 }),
      (from, days, until, length) => {
        const due = calendar.addWorkingDays(from, days);
        const pausedOn = addDays(from, until);
        const resumedOn = addDays(pausedOn, length);
        const lost = calendar.workingDaysBetween(pausedOn, resumedOn);
        if ("kind" in due || typeof lost !== "number") throw new Error("no calendar");
        fc.pre(pausedOn.toString() < due.toString());
        const later = lost === 0 ? due : calendar.addWorkingDays(due, lost);
        if ("kind" in later) throw new Error("no calendar");
        const pauses = [{ from: pausedOn, to: resumedOn }];
        expect(dueWorkings(from, later, pauses, calendar)?.workingDays).toBe(days);
      },
    );
    fc.assert(property);
  });
});
