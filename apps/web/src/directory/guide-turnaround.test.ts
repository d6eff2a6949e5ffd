import { expect, it } from "vitest";
import { timeText } from "./guide-turnaround.tsx";

it.each([
  [5, 0, "1 分钟"],
  [60, 0, "1 分钟"],
  [61, 0, "2 分钟"],
  [7_199, 0, "120 分钟"],
  [7_200, 0, "2 小时"],
  [90_000, 0, "25 小时"],
  [90_000, 1, "1 个工作日"],
  [604_800, 5, "5 个工作日"],
  [604_801, null, "8 天"],
])("%i seconds over %s working days are %s (XPL-14)", (seconds, days, text) => {
  expect(timeText(seconds, days)).toBe(text);
});
