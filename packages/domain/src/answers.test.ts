import { describe, expect, it } from "vitest";
import { type AnswerField, dayIn, moneyIn, readAnswer, textIn } from "./answers.ts";

const fields: readonly AnswerField[] = [
  { key: "slip", label: "缴款凭证号", kind: "text" },
  { key: "amount", label: "金额", kind: "money" },
  { key: "paidOn", label: "缴款日期", kind: "day" },
];

describe("an answer of the counter or another office", () => {
  it("is read by the kinds of its fields", () => {
    const read = readAnswer(fields, { slip: " A-1 ", amount: "1,234.5", paidOn: "2026-02-28" });
    if (!("answer" in read)) throw new Error("refused");
    expect(textIn(read.answer, "slip")).toBe("A-1");
    expect(moneyIn(read.answer, "amount")).toBe(123_450n);
    expect(dayIn(read.answer, "paidOn").toString()).toBe("2026-02-28");
  });

  it.each([
    [{ amount: "1", paidOn: "2026-02-28" }, "slip"],
    [{ slip: "A", amount: "1.234", paidOn: "2026-02-28" }, "amount"],
    [{ slip: "A", amount: "1", paidOn: "2026-02-29" }, "paidOn"],
    [{ slip: "A".repeat(201), amount: "1", paidOn: "2026-02-28" }, "slip"],
  ])("names each field that can't be read: %o", (entered, key) => {
    const read = readAnswer(fields, entered);
    if (!("faults" in read)) throw new Error("taken");
    expect(read.faults.map((fault) => fault.key)).toEqual([key]);
    expect(read.faults[0]?.message).toMatch(/。$/u);
  });

  it("doesn't give a field that the stage hasn't declared", () => {
    expect(() => textIn({}, "slip")).toThrow("slip");
  });
});
