import { describe, expect, it } from "vitest";
import { build, leavesOf } from "./value-leaves.ts";

const rebuilt = (key: string, value: unknown, texts: Record<string, string> = {}) =>
  build(value, leavesOf(key, value), texts);

describe("leavesOf", () => {
  it("writes money in yuan, lists as lines and records as pairs", () => {
    expect(
      leavesOf("base.limits", { floorFen: 449_400, days: ["2026-01-01", "2026-02-17"] }),
    ).toEqual([
      { path: "/floorFen", label: "下限", group: "", kind: "money", text: "4,494.00" },
      { path: "/days", label: "days", group: "", kind: "lines", text: "2026-01-01\n2026-02-17" },
    ]);
    expect(leavesOf("flex.firstDebitDay", { day: 20, exceptions: { "2026-02": 24 } })[1]).toEqual({
      path: "/exceptions",
      label: "例外月份",
      group: "",
      kind: "pairs",
      text: "2026-02=24",
    });
  });

  it("knows a single sum by its key", () => {
    expect(leavesOf("review.secondApprovalFen", 5_000_000)).toEqual([
      { path: "", label: "值", group: "", kind: "money", text: "50,000.00" },
    ]);
  });
});

it("keeps the fields of one object together", () => {
  const value = { packages: [{ code: "a", tiers: [{ code: "t1" }] }] };
  expect(leavesOf("flex.packages", value).map(({ group, label }) => [group, label])).toEqual([
    ["套餐 1", "代码"],
    ["套餐 1 · 档次 1", "代码"],
  ]);
});

describe("build", () => {
  it.each([
    ["certificate.validMonths", 3],
    ["review.secondApprovalFen", 5_000_000],
    ["flex.firstDebitDay", { day: 20, exceptions: {} }],
    ["rates.unemployment", { unit: "0.005", personal: "0.005", flexible: null }],
    [
      "flex.packages",
      { packages: [{ code: "a", insurances: ["pension"], tiers: [{ code: "t1", share: "0.5" }] }] },
    ],
  ])("gives %s back unchanged", (key, value) => {
    expect(rebuilt(key, value)).toEqual({ value });
  });

  it("takes what was typed", () => {
    expect(rebuilt("review.secondApprovalFen", 1, { "": "6 万" })).toHaveProperty("faults");
    expect(rebuilt("review.secondApprovalFen", 1, { "": "60000" })).toEqual({ value: 6_000_000 });
    expect(
      rebuilt("x", { day: 20, exceptions: {} }, { "/exceptions": "2026-02=24\n\n2027-02＝18" }),
    ).toEqual({ value: { day: 20, exceptions: { "2026-02": 24, "2027-02": 18 } } });
  });

  it.each([
    [{ day: 20 }, { "/day": "二十" }, "/day"],
    [{ day: 20 }, { "/day": " " }, "/day"],
    [{ exceptions: {} }, { "/exceptions": "2026-02" }, "/exceptions"],
    [{ exceptions: {} }, { "/exceptions": "2026-02=24=1" }, "/exceptions"],
  ])("says what can't be read in %j", (value, texts, path) => {
    const built = rebuilt("x", value, texts as Record<string, string>);
    expect("faults" in built && Object.keys(built.faults)).toEqual([path]);
  });
});
