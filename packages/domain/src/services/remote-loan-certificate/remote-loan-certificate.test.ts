import { describe, expect, it } from "vitest";
import { situationOf } from "../../examples/run.ts";
import { judge } from "../../judge.ts";
import { loanCertificate } from "./certificate.ts";
import { at, depositsBut, inChengdu } from "./example-facts.ts";
import { onRecord } from "./on-record.ts";
import { remoteLoanCertificate } from "./service.ts";

type Facts = NonNullable<Parameters<typeof situationOf>[0]["facts"]>;

const asked = (facts: Facts = () => ({}), on = at) => ({
  ...situationOf({ title: "", persona: "P2", at: on, facts, input: inChengdu, accepted: [] }),
  input: inChengdu,
  applicationNumber: "20260318000000019",
});

describe("a gap", () => {
  it("is named by its month, with the month from which it no longer counts", () => {
    const { findings } = judge(remoteLoanCertificate, asked(depositsBut("2025-12")));
    const refused = findings.find(({ claim }) => claim === "paidWithoutGap");
    expect(refused?.message).toBe(
      "2025年10月至2026年3月应当每个月都缴存住房公积金，您缺2025年12月，没有连续缴满6个月。",
    );
    expect(refused?.remedy?.text).toContain("自2026年1月起每月缴存，2026年6月的缴存入账以后可以办");
    expect(refused?.figures.map(({ role }) => role)).toEqual(["required", "actual", "gap"]);
  });

  it("isn't this month's while units still have to pay", () => {
    const { outcome, findings } = judge(
      remoteLoanCertificate,
      asked(undefined, "2026-03-10T10:00:00"),
    );
    expect(outcome).toBe("open");
    const run = findings.find(({ claim }) => claim === "paidWithoutGap");
    expect(run?.figures[0]?.value).toEqual({ kind: "count", count: 30, unit: "个月" });
  });
});

describe("the page", () => {
  it("shows the newest deposit", () => {
    expect(onRecord(asked()).find(({ label }) => label === "最近一次缴存")?.value).toMatchObject({
      month: { year: 2026, month: 3 },
    });
    expect(
      onRecord(asked(() => ({ contributions: [] }))).find(({ label }) => label === "最近一次缴存"),
    ).toMatchObject({ value: { text: "没有缴存记录" } });
  });
});

describe("the certificate", () => {
  const words = (facts?: Facts) => JSON.stringify(loanCertificate(asked(facts)));

  it("states account, months, base, balance and the loan that was", () => {
    // 12,800.00 at 8 and 8 per cent.
    for (const stated of [
      "8050000002",
      "30 个月",
      "12,800.00 元",
      "2,048.00 元",
      "已于2026年1月18日结清",
    ])
      expect(words()).toContain(stated);
  });

  it("says so where there was no loan", () => {
    expect(words(() => ({ housingLoan: null }))).toContain("没有住房公积金贷款记录");
  });

  it("holds no identity number", () => {
    expect(words()).not.toContain("341299198607209926");
  });
});
