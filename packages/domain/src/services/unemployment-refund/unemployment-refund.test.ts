import { describe, expect, it } from "vitest";
import { situationOf } from "../../examples/run.ts";
import { formatYuan } from "../../fen.ts";
import { examples } from "./examples.ts";
import type { RefundRequest } from "./input.ts";
import { quote } from "./quote.ts";

const linesOf = (persona: string) => {
  const row = examples.find((each) => each.persona === persona && "accepted" in each);
  if (!row) throw new Error(`no accepted row of ${persona}`);
  const request = { ...situationOf(row), input: row.input } as RefundRequest;
  return quote(request).lines.map(({ label, amountFen }) => `${label} ${formatYuan(amountFen)}`);
};

describe("the details of a refund, month by month (UBR-2)", () => {
  it.each([
    ["(a) a park unit paid", "P6", 2, /^2024年[56]月：测试科技已为您缴纳失业保险 1,9\d\d\.00$/],
    [
      "(b) a unit outside the park paid",
      "P6-transfer-out",
      1,
      /^2026年2月：区外单位已在.+缴纳失业保险 1,919\.00$/,
    ],
    [
      "(c) a contract begins",
      "P6-contract",
      1,
      /^2026年1月：.+报送的劳动合同从这个月开始 1,919\.00$/,
    ],
  ])("name the cause %s (UBR-1)", (_, persona, months, cause) => {
    const lines = linesOf(persona);
    expect(lines).toHaveLength(months);
    for (const line of lines) expect(line).toMatch(cause);
  });
});
