import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chineseCapitals } from "./chinese-capitals.ts";

describe("chineseCapitals", () => {
  test.each([
    [0n, "零元整"],
    [1n, "壹分"],
    [10n, "壹角整"],
    [5n, "伍分"],
    [11n, "壹角壹分"],
    [100n, "壹元整"],
    [1000n, "壹拾元整"],
    [1001n, "壹拾元零壹分"],
    [140950n, "壹仟肆佰零玖元伍角整"],
    [600714n, "陆仟零柒元壹角肆分"],
    [168032n, "壹仟陆佰捌拾元零叁角贰分"],
    [10700053n, "壹拾万柒仟元零伍角叁分"],
    [1640902n, "壹万陆仟肆佰零玖元零贰分"],
    [32504n, "叁佰贰拾伍元零肆分"],
    [100_000_00n, "壹拾万元整"],
    [100_010_00n, "壹拾万零壹拾元整"],
    [10_000_001_00n, "壹仟万零壹元整"],
    [100_000_000_00n, "壹亿元整"],
    [100_000_001_00n, "壹亿零壹元整"],
    [100_010_000_00n, "壹亿零壹万元整"],
    [1_000_012_340_00n, "壹拾亿零壹万贰仟叁佰肆拾元整"],
    [1_000_001_234_00n, "壹拾亿零壹仟贰佰叁拾肆元整"],
    [99_999_999_999_999n, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
  ])("%d fen", (fen, expected) => {
    expect(chineseCapitals(fen)).toBe(`人民币${expected}`);
  });

  test.each([-1n, 100_000_000_000_000n])("refuses %d fen", (fen) => {
    expect(() => chineseCapitals(fen)).toThrow(RangeError);
  });

  test("reads back to the same sum and keeps the rules for 零 and 整", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 99_999_999_999_999n }), (fen) => {
        const text = chineseCapitals(fen);
        expect(readBack(text)).toBe(fen);
        expect(text).not.toMatch(/零零|零元.|零[仟佰拾万亿]/);
        expect(text.endsWith("分")).toBe(fen % 10n !== 0n);
        expect(text.endsWith("整")).toBe(fen % 10n === 0n);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The opposite way, written independently: values of digits times their places. */
function readBack(text: string): bigint {
  const [, yuan = "", jiao = "", fen = ""] =
    /^人民币(?:(.*)元)?零?(?:(.)角)?(?:(.)分)?整?$/.exec(text) ?? [];
  const digit = (character: string) =>
    BigInt(Math.max(0, "零壹贰叁肆伍陆柒捌玖".indexOf(character)));
  let sum = 0n;
  let group = 0n;
  let current = 0n;
  for (const character of yuan) {
    const place = { 拾: 10n, 佰: 100n, 仟: 1000n }[character];
    const unit = { 万: 10_000n, 亿: 100_000_000n }[character];
    if (place) {
      group += current * place;
      current = 0n;
    } else if (unit) {
      sum += (group + current) * unit;
      group = 0n;
      current = 0n;
    } else {
      current = digit(character);
    }
  }
  const value = sum + group + current;
  return value * 100n + (jiao ? digit(jiao) * 10n : 0n) + (fen ? digit(fen) : 0n);
}
