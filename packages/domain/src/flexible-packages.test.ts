import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, day, month } from "./dates.ts";
import { sumFen } from "./fen.ts";
import { firstDebitDay, tierAmount, tiersInForce } from "./flexible-packages.ts";
import { PolicyBook } from "./policy.ts";
import { policyValues, startingPolicy } from "./policy-values.ts";

const policy = startingPolicy();
const codes = (iso: string, pack: string) =>
  tiersInForce(month(iso), policy)
    .find(({ code }) => code === pack)
    ?.tiers.map(({ code }) => code);

describe("packages and tiers of a month", () => {
  it("are three, each with 5 to 8 tiers from floor to cap", () => {
    const packages = tiersInForce(month("2026-03"), policy);
    expect(packages.map(({ name }) => name)).toEqual(["养老+医疗", "养老+医疗+住房", "仅医疗"]);
    for (const { tiers } of packages) {
      expect(tiers.length).toBeGreaterThanOrEqual(5);
      expect(tiers.length).toBeLessThanOrEqual(8);
      expect(tiers[0]?.baseFen).toBe(487_900n);
      expect(tiers.at(-1)?.baseFen).toBe(2_439_600n);
      const bases = tiers.map(({ baseFen }) => baseFen);
      expect([...bases].sort((a, b) => Number(a - b))).toEqual(bases);
      expect(bases.every((base) => base % 100n === 0n)).toBe(true);
    }
  });

  it("change with the policy (FPC-4)", () => {
    expect(codes("2025-06", "pension-medical")).toContain("t8");
    expect(codes("2025-07", "pension-medical")).not.toContain("t8");
    expect(tierAmount("pension-medical", "t8", month("2025-06"), policy)).not.toBeNull();
    expect(tierAmount("pension-medical", "t8", month("2025-07"), policy)).toBeNull();
    expect(tierAmount("medical", "t6", month("2026-03"), policy)).toBeNull();
    expect(tierAmount("none", "t1", month("2026-03"), policy)).toBeNull();
  });
});

describe("amounts", () => {
  it("have a line for each insurance, rounded by line", () => {
    expect(tierAmount("pension-medical-housing", "t1", month("2026-03"), policy)).toEqual({
      lines: [
        { insurance: "pension", baseFen: 487_900n, rate: "0.20", amountFen: 97_580n },
        { insurance: "medical", baseFen: 487_900n, rate: "0.05", amountFen: 24_395n },
        { insurance: "housing", baseFen: 487_900n, rate: "0.10", amountFen: 48_790n },
      ],
      totalFen: 170_765n,
    });
  });

  it.each([
    ["2024-06", 22_470n],
    ["2024-07", 24_395n],
  ])("are true by month: %s (XPL-4)", (iso, totalFen) => {
    expect(tierAmount("medical", "t1", month(iso), policy)?.totalFen).toBe(totalFen);
  });

  it("add up in every tier of every month", () => {
    const months = fc.integer({ min: 0, max: 90 }).map((n) => addMonths(month("2019-07"), n));
    fc.assert(
      fc.property(months, (of) => {
        for (const pack of tiersInForce(of, policy)) {
          for (const tier of pack.tiers) {
            expect(tier.totalFen).toBe(sumFen(tier.lines.map(({ amountFen }) => amountFen)));
            expect(tier.lines.map(({ insurance }) => insurance)).toEqual(pack.insurances);
            expect(tierAmount(pack.code, tier.code, of, policy)?.totalFen).toBe(tier.totalFen);
          }
        }
      }),
    );
  });
});

describe("the first debit day (FPC-6)", () => {
  it("is the 18th, but for months with an exception", () => {
    const others = policyValues.filter(({ key }) => key !== "flex.firstDebitDay");
    const book = new PolicyBook(
      [
        ...others,
        {
          key: "flex.firstDebitDay",
          from: day("2016-01-01"),
          until: null,
          value: { day: 18, exceptions: { "2026-02": 24 } },
          mark: "sample",
          source: "演示参数",
        },
      ],
      "test",
    );
    expect(String(firstDebitDay(month("2026-02"), book))).toBe("2026-02-24");
    expect(String(firstDebitDay(month("2026-03"), book))).toBe("2026-03-18");
  });
});
