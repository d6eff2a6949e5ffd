import { addDays, type Day, day, isAfter } from "./dates.ts";
import type { PolicyBook, PolicyKey } from "./policy.ts";
import { type CalendarYear, WorkingCalendar } from "./working-days.ts";

/**
 * The years that the State Council's General Office has published. Free days are written as the
 * notices do, as spans from the first to the last day of a holiday.
 */
export const officialCalendarYears: readonly CalendarYear[] = [
  {
    year: 2024,
    freeDays: spans(
      ["2024-01-01", "2024-01-01"],
      ["2024-02-10", "2024-02-17"],
      ["2024-04-04", "2024-04-06"],
      ["2024-05-01", "2024-05-05"],
      ["2024-06-10", "2024-06-10"],
      ["2024-09-15", "2024-09-17"],
      ["2024-10-01", "2024-10-07"],
    ),
    makeUpDays: [
      "2024-02-04",
      "2024-02-18",
      "2024-04-07",
      "2024-04-28",
      "2024-05-11",
      "2024-09-14",
      "2024-09-29",
      "2024-10-12",
    ],
    source: "《国务院办公厅关于2024年部分节假日安排的通知》（国办发明电〔2023〕7号）",
  },
  {
    year: 2025,
    freeDays: spans(
      ["2025-01-01", "2025-01-01"],
      ["2025-01-28", "2025-02-04"],
      ["2025-04-04", "2025-04-06"],
      ["2025-05-01", "2025-05-05"],
      ["2025-05-31", "2025-06-02"],
      ["2025-10-01", "2025-10-08"],
    ),
    makeUpDays: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
    source: "《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号）",
  },
  {
    year: 2026,
    freeDays: spans(
      ["2026-01-01", "2026-01-03"],
      ["2026-02-15", "2026-02-23"],
      ["2026-04-04", "2026-04-06"],
      ["2026-05-01", "2026-05-05"],
      ["2026-06-19", "2026-06-21"],
      ["2026-09-25", "2026-09-27"],
      ["2026-10-01", "2026-10-07"],
    ),
    makeUpDays: [
      "2026-01-04",
      "2026-02-14",
      "2026-02-28",
      "2026-05-09",
      "2026-09-20",
      "2026-10-10",
    ],
    source: "《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）",
  },
];

/** From here on clocks reach into the next year, and its calendar is due (WKD-1). */
const NEXT_YEAR_FROM_MONTH = 11;

/** The years whose calendar has to be there on a day: its own, and late in it the next. */
export const neededCalendarYears = ({ year, month }: Day): readonly number[] =>
  month < NEXT_YEAR_FROM_MONTH ? [year] : [year, year + 1];

/** The year of a calendar's key; null for any other key. */
export function calendarYearOf(key: string): number | null {
  const year = /^calendar\.(\d{4})$/.exec(key)?.[1];
  return year === undefined ? null : Number(year);
}

/** The calendar of all years that a policy book holds, each as it was released last. */
export function workingCalendarOf(book: PolicyBook): WorkingCalendar {
  const years = book
    .keys()
    .filter(isCalendarKey)
    .flatMap((key) => book.history(key).at(-1)?.value ?? []);
  return new WorkingCalendar(years);
}

function isCalendarKey(key: PolicyKey): key is `calendar.${number}` {
  return calendarYearOf(key) !== null;
}

function spans(...list: readonly (readonly [first: string, last: string])[]): string[] {
  const days: Day[] = [];
  for (const [first, last] of list) {
    for (let date = day(first); !isAfter(date, day(last)); date = addDays(date, 1)) {
      days.push(date);
    }
  }
  return days.map(String);
}
