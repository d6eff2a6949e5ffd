import { expect, it } from "vitest";
import { emptyValueOf, nextCalendarKey } from "./next-calendar.ts";

it("names the year after the last", () => {
  const items = [{ key: "calendar.2025" }, { key: "calendar.2026" }, { key: "base.limits" }];
  expect(nextCalendarKey(items)).toBe("calendar.2027");
});

it("starts a calendar empty, and nothing else", () => {
  expect(emptyValueOf("calendar.2027")).toMatchObject({ year: 2027, freeDays: [] });
  expect(emptyValueOf("base.limits")).toBeNull();
});
