import { expect, it } from "vitest";
import { momentOf } from "./moment.ts";

it.each([
  ["2026-03-18", "17:00", { at: "2026-03-18T17:00:00+08:00" }],
  ["2026/3/8", "8：05", { at: "2026-03-08T08:05:00+08:00" }],
  ["2026-03-18", "", { at: "2026-03-18T00:00:00+08:00" }],
  ["", "", { at: null }],
  ["", "17:00", "bad-day"],
  ["2026-02-30", "", "bad-day"],
  ["2026-03-18", "24:00", "bad-time"],
  ["2026-03-18", "23:60", "bad-time"],
])("reads %s %s", (day, time, moment) => {
  expect(momentOf(day, time)).toEqual(moment);
});
