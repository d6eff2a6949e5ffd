import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonthsClamped,
  ageOn,
  birthdayAt,
  compareDays,
  type Day,
  day,
  dayFromParts,
  dayInMonth,
  daysBetween,
  earliestDay,
  firstDayOf,
  formatDay,
  formatMonth,
  fullMonthsBetween,
  isAfter,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  lastDayOf,
  latestDay,
  month,
  monthsBetween,
  monthsFromTo,
} from "./dates.ts";

const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day("1930-01-01"), n));

describe("reading", () => {
  it.each(["2026-02-29", "2026-13-01", "2026-1-1", "20260101", "2026-01-01T00:00", ""])(
    "%s is no date",
    (text) => expect(() => day(text)).toThrow(RangeError),
  );
  it.each(["2026-13", "2026-00", "2026", "2026-01-01"])("%s is no month", (text) =>
    expect(() => month(text)).toThrow(RangeError),
  );
  it.each([
    [2024, 2, 29, "2024-02-29"],
    [2025, 2, 29, undefined],
    [2026, 4, 31, undefined],
    [2026, 0, 1, undefined],
    [2026, 13, 1, undefined],
    [2026, 1, 0, undefined],
    [1900, 2, 29, undefined],
    [2000, 2, 29, "2000-02-29"],
  ])("%i %i %i", (year, monthNumber, dayNumber, expected) => {
    expect(dayFromParts(year, monthNumber, dayNumber)?.toString()).toBe(expected);
  });
});

describe("months clamp at the month's end", () => {
  it.each([
    ["2025-08-31", 6, "2026-02-28"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2025-08-28", 6, "2026-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
  ])("%s plus %i is %s", (from, n, expected) => {
    expect(addMonthsClamped(day(from), n).toString()).toBe(expected);
  });

  it.each([
    ["2025-08-31", "2026-02-27", 5],
    ["2025-08-31", "2026-02-28", 6],
    ["2025-09-18", "2026-03-17", 5],
    ["2025-09-18", "2026-03-18", 6],
    ["2026-03-18", "2026-03-18", 0],
    ["2026-03-18", "2026-03-17", -1],
  ])("from %s to %s are %i full months", (from, to, expected) => {
    expect(fullMonthsBetween(day(from), day(to))).toBe(expected);
  });

  it("full months are the most that can be added without passing the day", () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const n = fullMonthsBetween(from, to);
        return (
          isOnOrBefore(addMonthsClamped(from, n), to) && isAfter(addMonthsClamped(from, n + 1), to)
        );
      }),
    );
  });

  it("counts and lists months", () => {
    expect(monthsBetween(month("2025-11"), month("2026-02"))).toBe(3);
    expect(monthsBetween(month("2026-02"), month("2025-11"))).toBe(-3);
    expect(monthsFromTo(month("2025-12"), month("2026-02")).map(String)).toEqual([
      "2025-12",
      "2026-01",
      "2026-02",
    ]);
    expect(monthsFromTo(month("2026-02"), month("2026-01"))).toEqual([]);
  });

  it("knows the days of a month", () => {
    expect(dayInMonth(month("2026-02"), 31).toString()).toBe("2026-02-28");
    expect(dayInMonth(month("2026-02"), 18).toString()).toBe("2026-02-18");
    expect(firstDayOf(month("2026-02")).toString()).toBe("2026-02-01");
    expect(lastDayOf(month("2028-02")).toString()).toBe("2028-02-29");
  });
});

describe("age", () => {
  it.each([
    ["1966-03-18", "2026-03-17", 59],
    ["1966-03-18", "2026-03-18", 60],
    ["1992-02-29", "2026-02-27", 33],
    ["1992-02-29", "2026-02-28", 34],
    ["1992-02-29", "2028-02-28", 35],
    ["1992-02-29", "2028-02-29", 36],
  ])("born %s is on %s %i years old", (birth, on, expected) => {
    expect(ageOn(day(birth), day(on))).toBe(expected);
  });

  it("is reached on the birthday and not the day before, leap days too", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 90 }), (birth, years) => {
        const birthday = birthdayAt(birth, years);
        return (
          ageOn(birth, birthday) === years && ageOn(birth, addDays(birthday, -1)) === years - 1
        );
      }),
    );
  });
});

describe("order and writing", () => {
  it("compares to the day", () => {
    const [early, late] = [day("2026-03-17"), day("2026-03-18")];
    expect([isBefore(early, late), isBefore(late, late)]).toEqual([true, false]);
    expect([isOnOrBefore(late, late), isOnOrBefore(late, early)]).toEqual([true, false]);
    expect([isOnOrAfter(late, late), isOnOrAfter(early, late)]).toEqual([true, false]);
    expect(latestDay(early, late, early)).toBe(late);
    expect(earliestDay(late, early, late)).toBe(early);
    expect(daysBetween(early, late)).toBe(1);
  });

  it("sorts days as their text sorts", () => {
    const text = (date: Day) => date.toString();
    fc.assert(
      fc.property(fc.array(days), (list) => {
        const sorted = [...list].sort(compareDays).map(text);
        expect(sorted).toEqual(list.map(text).sort());
      }),
    );
  });

  it("writes dates as papers do", () => {
    expect(formatDay(day("2026-03-08"))).toBe("2026年3月8日");
    expect(formatMonth(month("2026-03"))).toBe("2026年3月");
  });
});
