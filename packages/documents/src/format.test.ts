import { expect, test } from "vitest";
import { dateText, momentText, monthText, sizeText, yuanText } from "./format.ts";

test.each([
  [0, "0.00"],
  [5, "0.05"],
  [-5, "-0.05"],
  [123456, "1,234.56"],
  [100_000_000, "1,000,000.00"],
  [-99_999, "-999.99"],
])("%d fen", (fen, text) => {
  expect(yuanText(fen)).toBe(text);
});

test("half a fen is a bug", () => {
  expect(() => yuanText(0.5)).toThrow(RangeError);
});

test("dates lose their zeros", () => {
  expect(dateText("2026-03-08")).toBe("2026年3月8日");
  expect(monthText("2026-11")).toBe("2026年11月");
  expect(() => dateText("2026-3-8")).toThrow(RangeError);
});

test("instants show Suzhou's clocks", () => {
  expect(momentText("2026-03-17T16:05:00Z")).toBe("2026年3月18日 00:05");
  expect(momentText("2026-03-18T10:24:31+08:00")).toBe("2026年3月18日 10:24");
});

test("sizes count 1024 bytes to the KB", () => {
  expect([sizeText(1023), sizeText(1024), sizeText(1_572_864)]).toEqual([
    "1023 字节",
    "1.0 KB",
    "1.50 MB",
  ]);
});
