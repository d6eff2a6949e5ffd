import { expect, it } from "vitest";
import { rateText } from "./rate-text.ts";

it.each([
  ["0.026", "2.6%"],
  ["0.02850", "2.85%"],
  ["0.1", "10%"],
  ["0", "0%"],
  ["1.05", "105%"],
  ["0.03075", "3.075%"],
])("writes %s as %s", (rate, text) => {
  expect(rateText(rate)).toBe(text);
});
