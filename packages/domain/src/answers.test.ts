import { describe, expect, it } from "vitest";
import {
  type AnswerField,
  countIn,
  dayIn,
  lookupsIn,
  moneyIn,
  readAnswer,
  textIn,
} from "./answers.ts";

const fields: readonly AnswerField[] = [
  { key: "slip", label: "缴款凭证号", kind: "text", isLookup: true },
  { key: "amount", label: "金额", kind: "money" },
  { key: "paidOn", label: "缴款日期", kind: "day" },
  { key: "months", label: "月数", kind: "count" },
];
const whole = { slip: " a - 1 ", amount: "1,234.5", paidOn: "2026-02-28", months: "36" };

describe("an answer of the counter or another office", () => {
  it("is read by the kinds of its fields", () => {
    const read = readAnswer(fields, whole);
    if (!("answer" in read)) throw new Error("refused");
    expect(textIn(read.answer, "slip")).toBe("A-1");
    expect(moneyIn(read.answer, "amount")).toBe(123_450n);
    expect(dayIn(read.answer, "paidOn").toString()).toBe("2026-02-28");
    expect(countIn(read.answer, "months")).toBe(36);
    expect(lookupsIn(fields, read.answer)).toEqual(["A-1"]);
  });

  it.each([
    [{ slip: "" }, "slip"],
    [{ amount: "1.234" }, "amount"],
    [{ paidOn: "2026-02-29" }, "paidOn"],
    [{ months: "3.5" }, "months"],
    [{ slip: "A".repeat(201) }, "slip"],
  ])("names each field that can't be read: %o", (typed, key) => {
    const read = readAnswer(fields, { ...whole, ...typed });
    if (!("faults" in read)) throw new Error("taken");
    expect(read.faults.map((fault) => fault.key)).toEqual([key]);
    expect(read.faults[0]?.message).toMatch(/。$/u);
  });

  it("doesn't give a field that the stage hasn't declared", () => {
    expect(() => textIn({}, "slip")).toThrow("slip");
  });
});
