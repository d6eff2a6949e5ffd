import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ExactDecimal,
  fen,
  formatYuan,
  maxFen,
  minFen,
  parseYuan,
  roundFen,
  subtractFen,
  sumFen,
  timesRate,
  zeroFen,
} from "./fen.ts";

const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map(fen);

describe("fen", () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("isn't made of %s", (n) => {
    expect(() => fen(n)).toThrow(RangeError);
  });

  it("adds, subtracts and compares", () => {
    expect(sumFen([])).toBe(zeroFen);
    expect(sumFen([fen(1), fen(-3), fen(10n)])).toBe(8n);
    expect(subtractFen(fen(1), fen(3))).toBe(-2n);
    expect(minFen(fen(3), fen(-1), fen(2))).toBe(-1n);
    expect(maxFen(fen(3), fen(-1), fen(2))).toBe(3n);
  });
});

describe("rounding is half-up, away from zero", () => {
  it.each([
    ["0.4999999", 0n],
    ["0.5", 1n],
    ["1.5", 2n],
    ["2.5", 3n],
    ["-0.4999999", 0n],
    ["-0.5", -1n],
    ["123456789012345678901234.5", 123456789012345678901235n],
  ])("%s gives %s", (text, expected) => {
    expect(roundFen(new ExactDecimal(text))).toBe(expected);
  });

  it.each([
    [487_900, "0.2", 97_580n],
    [101, "0.005", 1n],
    [99, "0.005", 0n],
    [100, "0.005", 1n],
    [-100, "0.005", -1n],
  ])("%s fen times %s", (amount, rate, expected) => {
    expect(timesRate(fen(amount), rate)).toBe(expected);
  });

  it("isn't moved by binary fractions, in which 1.005 is a little less", () => {
    expect(timesRate(fen(100), "1.005")).toBe(101n);
  });
});

describe("yuan as text", () => {
  it.each([
    [0, "0.00"],
    [5, "0.05"],
    [-5, "-0.05"],
    [100, "1.00"],
    [99_999, "999.99"],
    [100_000, "1,000.00"],
    [1_234_560, "12,345.60"],
    [-123_456_789, "-1,234,567.89"],
  ])("%s is written %s", (amount, text) => {
    expect(formatYuan(fen(amount))).toBe(text);
  });

  it.each([
    ["12,345.60", 1_234_560n],
    [" 12345.6 ", 1_234_560n],
    ["¥8", 800n],
    ["\uffe51\uff0c000", 100_000n],
    ["-0.05", -5n],
  ])("%s is read", (text, expected) => {
    expect(parseYuan(text)).toBe(expected);
  });

  it.each(["", "1.234", "1,23", "1e3", "abc", ".5", "1.", "--1", "1,2345", "９"])(
    "%s isn't an amount",
    (text) => {
      expect(parseYuan(text)).toBeNull();
    },
  );

  it("is read back as it was written", () => {
    fc.assert(fc.property(amounts, (amount) => parseYuan(formatYuan(amount)) === amount));
  });
});
