import type { QuoteJson } from "@hall/contracts/findings";
import { describe, expect, it } from "vitest";
import { quoteDifference } from "./quote-difference.ts";

const quote = (part: Partial<QuoteJson>): QuoteJson => ({
  figures: [],
  lines: [],
  total: null,
  months: [],
  ...part,
});
const line = (label: string, amountFen: number) => ({ label, working: "", amountFen });

describe("quoteDifference", () => {
  it("puts old and new beside each other and marks what changed", () => {
    const before = quote({
      lines: [line("养老", 97_580), line("医疗", 43_911)],
      total: { label: "每月应缴", amountFen: 141_491 },
    });
    const after = quote({
      lines: [line("养老", 99_000), line("医疗", 43_911)],
      total: { label: "每月应缴", amountFen: 142_911 },
    });
    expect(
      quoteDifference(before, after).map(({ label, isChanged }) => [label, isChanged]),
    ).toEqual([
      ["养老", true],
      ["医疗", false],
      ["每月应缴", true],
    ]);
  });

  it("keeps lines that only one of them has, and the total last", () => {
    const before = quote({ lines: [line("公积金", 10)], total: { label: "合计", amountFen: 10 } });
    const after = quote({ lines: [line("医疗", 5)], total: { label: "合计", amountFen: 5 } });
    const lines = quoteDifference(before, after);
    expect(lines.map(({ label }) => label)).toEqual(["医疗", "公积金", "合计"]);
    expect(lines[0]).toMatchObject({ before: null, after: { kind: "money", fen: 5 } });
    expect(lines[1]).toMatchObject({ before: { kind: "money", fen: 10 }, after: null });
  });

  it("sees a month that moved", () => {
    const on = (month: string) =>
      quote({ figures: [{ role: "detail", label: "生效月份", value: { kind: "month", month } }] });
    expect(quoteDifference(on("2026-03"), on("2026-04"))[0]?.isChanged).toBe(true);
    expect(quoteDifference(on("2026-03"), on("2026-03"))[0]?.isChanged).toBe(false);
  });
});
