import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printable, UnprintableCharacterError, widthOf } from "./fonts.ts";
import { breakLines, unbreakablePieces } from "./line-breaking.ts";

const setting = { weight: "regular", size: 10, width: 100 } as const;
const textsOf = (text: string) => breakLines(text, setting).map((line) => line.text);

describe("breakLines", () => {
  test("breaks between any two Chinese characters", () => {
    expect(textsOf("苏州工业园区社会保险基金和公积金")).toEqual([
      "苏州工业园区社会保险",
      "基金和公积金",
    ]);
  });

  test("never begins a line with a closing mark nor ends it with an opening one", () => {
    expect(textsOf("一二三四五六七八九十，十一")).toEqual(["一二三四五六七八九", "十，十一"]);
    expect(textsOf("一二三四五六七八九（十一）")).toEqual(["一二三四五六七八九", "（十一）"]);
    expect(textsOf("一二三四五六七八九》）。")).toEqual(["一二三四五六七八", "九》）。"]);
  });

  test("keeps words and sums whole, and cuts a hash that no line could hold", () => {
    expect(unbreakablePieces("余额1,234.56元")).toEqual(["余", "额", "1,234.56", "元"]);
    const lines = textsOf("9f86d081884c7d659a2feaa0c55ad015");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join("")).toBe("9f86d081884c7d659a2feaa0c55ad015");
  });

  test("keeps line breaks and marks the last line of each part", () => {
    expect(breakLines("甲\n乙", setting).map(({ text, last }) => [text, last])).toEqual([
      ["甲", true],
      ["乙", true],
    ]);
  });

  test("loses nothing and no line is too wide", () => {
    const character = fc.constantFrom(..."测试，。（）《》“”a1 .-元〇喆");
    fc.assert(
      fc.property(fc.array(character, { maxLength: 60 }), (characters) => {
        const text = characters.join("");
        const lines = breakLines(text, setting);
        const squeeze = (value: string) => value.replaceAll(" ", "");
        expect(squeeze(lines.map((line) => line.text).join(""))).toBe(squeeze(text));
        for (const line of lines) {
          expect(widthOf(line.text, "regular", 10)).toBeLessThanOrEqual(100.5);
        }
      }),
    );
  });
});

describe("characters without a glyph", () => {
  test("stop the paper rather than vanish", () => {
    expect(() => breakLines("测📷", setting)).toThrow(UnprintableCharacterError);
  });

  test("show as 〓 where people typed them", () => {
    expect(printable("测📷\n堃")).toBe("测〓\n堃");
  });
});
