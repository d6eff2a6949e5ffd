import { expect, it } from "vitest";
import { safeBack } from "./safe-back.ts";

it.each([
  ["/queue?due=today", "/queue?due=today"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["/sign-in", "/"],
  [null, "/"],
])("goes back from %s to %s", (back, place) => {
  expect(safeBack(back)).toBe(place);
});
