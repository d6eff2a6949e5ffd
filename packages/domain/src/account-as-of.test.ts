import { describe, expect, it } from "vitest";
import { type AccountRecord, accountAsOf } from "./account-as-of.ts";
import { day, month } from "./dates.ts";
import { fen } from "./fen.ts";
import { p1 } from "./personas/flexible.ts";
import { startingPolicy } from "./policy-values.ts";

// XPL-6: the account on a past day, from what is dated; what isn't is named and never guessed.

const today = day("2026-03-17");
const { participant, contributions, flexPlans } = p1.facts(today);
const record: AccountRecord = {
  participant,
  contributions,
  flexPlans: [
    ...flexPlans,
    {
      effectiveMonth: month("2025-09"),
      packageCode: "pension-medical",
      tierCode: "t3",
      applicationNumber: "20250820123456781",
      voucherNumber: null,
    },
  ],
  employments: [{ unitName: "测试科技", from: month("2020-01"), to: month("2022-12") }],
  accounts: [
    {
      number: "320571000001",
      kind: "general",
      openedOn: day("2020-01-10"),
      sealedOn: day("2023-01-05"),
      closedOn: day("2026-02-03"),
      balanceFen: fen(1_234_56),
      firstEntryOn: day("2024-06-30"),
    },
  ],
  hasLegacyAccount: true,
};
const on = (iso: string) => accountAsOf(record, day(iso), today, startingPolicy());
const what = (iso: string) => on(iso).unknown.map((each) => each.what);

describe("an account on a past day", () => {
  it.each([
    ["2023-02-28", null],
    ["2023-03-01", "正常缴费"],
    ["2026-03-17", "正常缴费"],
  ])("has on %s the status %s, which begins in 2023-03", (iso, statusName) => {
    expect(on(iso).person.statusName).toBe(statusName);
    expect(what(iso).includes("参保状态和参保身份")).toBe(statusName === null);
  });

  it.each([
    ["2022-12-31", "测试科技"],
    ["2023-01-01", null],
    ["2023-03-31", "本人（灵活就业）"],
  ])("has on %s the unit or payer %s", (iso, unitName) => {
    expect(on(iso).person.unitName).toBe(unitName);
  });

  it.each([
    ["2023-02-28", undefined],
    ["2025-08-31", "养老+医疗（二档）"],
    ["2025-09-01", "养老+医疗（三档）"],
  ])("has on %s the plan %s", (iso, name) => {
    expect(on(iso).plan?.name).toBe(name);
  });

  it("knows contributions up to the day's month and none after", () => {
    expect(on("2023-02-28").latest).toBeNull();
    expect(String(on("2024-05-31").latest?.month)).toBe("2024-05");
    expect(on("2024-05-31").totals[0]).toMatchObject({ months: 15 });
    expect(on("2023-03-01").latest?.rows.length).toBeGreaterThan(0);
  });

  it.each([
    ["2020-01-09", undefined, undefined],
    ["2020-01-10", "正常缴存", null],
    ["2023-01-04", "正常缴存", null],
    ["2023-01-05", "封存", null],
    ["2024-06-29", "封存", null],
    ["2024-06-30", "封存", fen(1_234_56)],
    ["2026-02-03", "已销户", fen(1_234_56)],
  ])("has on %s the housing account %s with a balance of %s", (iso, statusName, balanceFen) => {
    const [account] = on(iso).accounts;
    expect(account?.statusName).toBe(statusName);
    expect(account?.balanceFen).toBe(balanceFen);
    expect(what(iso).some((each) => each.includes("320571000001"))).toBe(balanceFen === null);
  });

  it("says what can't be known of a past day, and nothing of the kind of today", () => {
    expect(what("2024-07-01")).toEqual(["原公积金账户的余额", "缴费当天是否已经到账"]);
    expect(what("2026-03-17")).toEqual([]);
  });

  it("has a plan even where its month's packages aren't on record", () => {
    const plans = flexPlans.map((plan) => ({ ...plan, effectiveMonth: month("2018-01") }));
    const early = { ...record, flexPlans: plans };
    expect(accountAsOf(early, day("2018-06-01"), today, startingPolicy()).plan).toMatchObject({
      name: "当月的套餐名称没有登记",
    });
  });
});
