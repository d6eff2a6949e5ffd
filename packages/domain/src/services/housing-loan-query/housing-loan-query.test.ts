import { describe, expect, it } from "vitest";
import { situationOf } from "../../examples/run.ts";
import { sumFen } from "../../fen.ts";
import { repaymentPlan } from "./repayment-plan.ts";
import { repaymentRecord } from "./repayment-record.ts";

const on = (persona: "P3" | "P3-equal-principal", at: string) =>
  situationOf({ title: "", persona, at, view: "", shown: {} });

describe("the plan row by row", () => {
  const rowsOf = (persona: "P3" | "P3-equal-principal") =>
    repaymentPlan(on(persona, "2026-03-18T10:00:00")).plan?.rows ?? [];

  it.each([
    ["P3", 1, "2023-10-18", 180_770, 155_000, 59_819_230, "0.031", null, "paid"],
    ["P3", 15, "2024-12-18", 187_419, 148_351, 57_238_862, "0.031", null, "paid"],
    // From here on the rate has fallen on 1 January: 14 days at the old one, 17 at the new one.
    ["P3", 16, "2025-01-18", 187_358, 141_328, 57_051_504, "0.0285", "0.031", "paid"],
    ["P3", 28, "2026-01-18", 197_942, 124_118, 54_703_070, "0.026", "0.0285", "paid"],
    ["P3", 31, "2026-04-18", 204_420, 117_640, 54_091_135, "0.026", null, "due"],
    ["P3", 240, "2043-09-18", 329_540, 714, 0, "0.026", null, "due"],
    ["P3-equal-principal", 1, "2024-02-18", 333_333, 43_333, 19_666_667, "0.026", null, "paid"],
    ["P3-equal-principal", 27, "2026-04-18", 333_333, 19_833, 11_000_009, "0.021", null, "due"],
    ["P3-equal-principal", 60, "2029-01-18", 333_353, 583, 0, "0.021", null, "due"],
  ] as const)(
    "%s, instalment %i",
    (persona, no, due, principal, interest, left, rate, rateBefore, state) => {
      const row = rowsOf(persona)[no - 1];
      expect(row && { ...row, dueOn: row.dueOn.toString() }).toEqual({
        no,
        dueOn: due,
        principalFen: BigInt(principal),
        interestFen: BigInt(interest),
        paymentFen: BigInt(principal + interest),
        balanceFen: BigInt(left),
        rate,
        rateBefore,
        state,
      });
    },
  );

  it("sums the years for the chart", () => {
    const { plan } = repaymentPlan(on("P3", "2026-03-18T10:00:00"));
    const years = plan?.years ?? [];
    expect(years.find(({ year }) => year === 2024)).toEqual({
      year: 2024,
      principalFen: 2_217_426n,
      interestFen: 1_811_814n,
      balanceFen: 57_238_862n,
    });
    expect(sumFen(years.map(({ principalFen }) => principalFen))).toBe(60_000_000n);
    expect(years.at(-1)?.balanceFen).toBe(0n);
  });
});

describe("the record", () => {
  it("shows the latest first, and how late one was paid", () => {
    const { record } = repaymentRecord(on("P3", "2026-03-18T10:00:00"));
    expect(record?.rows.map(({ no }) => no).slice(0, 2)).toEqual([30, 29]);
    expect(record?.rows.filter(({ daysLate }) => daysLate > 0)).toMatchObject([
      { no: 7, daysLate: 3, paidFen: 335_770n },
    ]);
  });
});
