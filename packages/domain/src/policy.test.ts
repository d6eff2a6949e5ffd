import { describe, expect, it, vi } from "vitest";
import { day, firstDayOf, type Month, month } from "./dates.ts";
import {
  PolicyBook,
  type PolicyEntry,
  PolicyGap,
  type PolicyReader,
  policyEntryFromJson,
  policyEntryToJson,
  readingPolicy,
} from "./policy.ts";
import { policyName } from "./policy-names.ts";
import { policyValues, startingPolicy } from "./policy-values.ts";
import { policyValueText } from "./policy-words.ts";

const months = (from: string, until: string | null, value: number): PolicyEntry => ({
  key: "certificate.validMonths",
  from: day(from),
  until: until === null ? null : day(until),
  value,
  mark: "sample",
  source: "示例",
});
const first = months("2025-01-01", "2026-01-01", 3);
const second = months("2026-03-01", null, 6);
const book = new PolicyBook([second, first], "test");

describe("a book of dated values", () => {
  it.each([
    ["2025-01-01", 3],
    ["2025-12-31", 3],
    ["2026-03-01", 6],
    ["2099-01-01", 6],
  ])("on %s the value is %i", (date, value) => {
    expect(book.on("certificate.validMonths", day(date))).toBe(value);
  });

  it.each(["2024-12-31", "2026-01-01", "2026-02-28"])("on %s there is a gap", (date) => {
    expect(() => book.on("certificate.validMonths", day(date))).toThrow(PolicyGap);
    expect(book.findEntry("certificate.validMonths", day(date))).toBeNull();
  });

  it("names key and day of a gap", () => {
    expect(() => book.on("resident.payByDay", day("2026-03-18"))).toThrow(
      "no value of resident.payByDay is in force on 2026-03-18",
    );
  });

  it("gives history in order and its keys", () => {
    const [earlier, later, ...more] = book.history("certificate.validMonths");
    expect([earlier === first, later === second, more.length]).toEqual([true, true, 0]);
    expect(book.history("resident.payByDay")).toEqual([]);
    expect(book.keys()).toEqual(["certificate.validMonths"]);
    expect(book.entryOn("certificate.validMonths", day("2026-03-01"))).toBe(second);
  });

  it.each([
    [
      "values that overlap by a day",
      [months("2025-01-01", "2026-01-02", 3), months("2026-01-01", null, 6)],
    ],
    ["a value after an open end", [months("2025-01-01", null, 3), second]],
    ["a value that ends as it begins", [months("2025-01-01", "2025-01-01", 3)]],
  ])("refuses %s", (_, entries) => {
    expect(() => new PolicyBook(entries, "test")).toThrow(RangeError);
  });
});

describe("what follows from policy alone", () => {
  const twice = vi.fn((of: Month, policy: PolicyReader) => {
    return policy.on("certificate.validMonths", firstDayOf(of)) * 2;
  });

  it("is worked out once for a month and a book, and read by everybody who uses it", () => {
    const readers = [readingPolicy(book), readingPolicy(book)];
    for (const { policy } of readers) expect(policy.derive(twice, month("2026-03"))).toBe(12);
    expect(twice).toHaveBeenCalledTimes(1);
    for (const { reads } of readers) expect(reads()).toEqual([second]);
    expect(readers[0]?.policy.derive(twice, month("2025-03"))).toBe(6);
    expect(readers.map(({ reads }) => reads().length)).toEqual([2, 1]);
    expect(new PolicyBook([second], "other").derive(twice, month("2026-04"))).toBe(12);
  });

  it("throws for a month that has a gap, each time", () => {
    for (const _ of [1, 2]) {
      expect(() => book.derive(twice, month("2026-01"))).toThrow(PolicyGap);
    }
  });
});

describe("what a decision read (APP-6)", () => {
  it("is collected once each, and replays the decision by itself", () => {
    const reading = readingPolicy(startingPolicy());
    const today = day("2026-03-18");
    reading.policy.on("certificate.validMonths", today);
    reading.policy.on("certificate.validMonths", day("2026-03-19"));
    reading.policy.entryOn("base.limits", today);
    reading.policy.findEntry("resident.studentPremium", day("2099-01-01"));
    reading.policy.history("housing.depositRate");
    const keys = reading.reads().map((entry) => entry.key);
    expect(keys).toEqual(["base.limits", "certificate.validMonths", "housing.depositRate"]);
    const replay = new PolicyBook(reading.reads(), reading.policy.version);
    expect(replay.on("base.limits", today)).toEqual(startingPolicy().on("base.limits", today));
  });

  it("survives being stored as JSON", () => {
    for (const entry of policyValues) {
      const stored = JSON.parse(JSON.stringify(policyEntryToJson(entry)));
      expect(policyEntryToJson(policyEntryFromJson(stored))).toEqual(policyEntryToJson(entry));
    }
  });
});

describe("the starting values", () => {
  const today = day("2026-03-18");
  const policy = startingPolicy();

  it("each say where they are from; samples say that they are samples (POL-3)", () => {
    for (const entry of policyValues) {
      expect(entry.source).not.toBe("");
      expect(entry.source.includes("演示")).toBe(entry.mark === "sample");
    }
  });

  it.each([
    ["2015-08-26", "0.0275", "0.0325", "0.03575"],
    ["2022-09-30", "0.0275", "0.0325", "0.03575"],
    ["2022-10-01", "0.026", "0.031", "0.03575"],
    ["2024-05-17", "0.026", "0.031", "0.03575"],
    ["2024-05-18", "0.0235", "0.0285", "0.03325"],
    ["2025-05-07", "0.0235", "0.0285", "0.03325"],
    ["2025-05-08", "0.021", "0.026", "0.03075"],
  ])("loan rates on %s", (date, short, long, second) => {
    const rates = policy.on("housing.loanRate", day(date));
    expect(rates.first).toEqual({ upToFiveYears: short, overFiveYears: long });
    expect(rates.second.overFiveYears).toBe(second);
  });

  it("says a day within a value as one says it", () => {
    const rates = policy.on("housing.loanRate", day("2025-05-08"));
    expect(policyValueText("housing.loanRate", rates)).toContain("此前的贷款自2026年1月1日起执行");
  });

  it.each([
    ["2019-07-01", 336_800, 1_684_200],
    ["2022-06-30", 336_800, 1_684_200],
    ["2022-07-01", 425_000, 2_182_100],
    ["2023-07-01", 449_400, 2_247_000],
    ["2024-06-30", 449_400, 2_247_000],
    ["2024-07-01", 487_900, 2_439_600],
  ])("base limits on %s", (date, floorFen, capFen) => {
    expect(policy.on("base.limits", day(date))).toEqual({ floorFen, capFen });
  });

  it("hold the handbook's figures", () => {
    expect(policy.on("flex.firstDebitDay", today).day).toBe(18);
    expect(policy.on("resident.payByDay", today)).toBe(25);
    expect(policy.on("withdrawal.sealedMonths", today)).toEqual({ general: 6, unemployed4050: 24 });
    expect(policy.on("clock.sealed-account-withdrawal", today)).toEqual({ workingDays: 5 });
    expect(policy.on("housing.depositRate", day("2016-02-21")).rate).toBe("0.015");
    expect(policy.findEntry("housing.depositRate", day("2016-02-20"))).toBeNull();
    expect(policy.on("certificate.validMonths", today)).toBe(3);
    expect(policy.on("review.secondApprovalFen", today)).toBe(5_000_000);
  });

  it("have a name to be shown by", () => {
    for (const { key } of policyValues) expect(policyName(key)).not.toBe(key);
    expect(policyName("calendar.2026")).toBe("2026年工作日历");
  });

  it("are said in words, with no name of the code left among them", () => {
    for (const { key, value } of policyValues) {
      const said = policyValueText(key, value).replaceAll(/https?:[\w./-]+|KB/g, "");
      expect(said, key).not.toMatch(/[a-z]{2,}/i);
    }
  });

  it("know no premium beyond the last year that was announced", () => {
    expect(policy.on("resident.studentPremium", today).insuredYear).toBe(2026);
    expect(policy.findEntry("resident.studentPremium", day("2027-12-31"))).not.toBeNull();
    expect(policy.findEntry("resident.studentPremium", day("2028-01-01"))).toBeNull();
  });
});
