import { describe, expect, it } from "vitest";
import { day } from "../../dates.ts";
import { fen } from "../../fen.ts";
import { startingPolicy } from "../../policy-values.ts";
import { readWrittenDay } from "../../row-rules.ts";
import { type EnrolmentDue, judgePayment, lapses } from "./payment.ts";
import { payByDay, premiumOf, yearInSeason } from "./premium.ts";

const due: EnrolmentDue = {
  state: "payable",
  premiumFen: fen(29_000),
  payBy: day("2026-03-25"),
  paidOn: null,
};
const today = day("2026-03-26");
const payment = (paidOn: string, amount = 29_000) => ({
  paidOn: day(paidOn),
  amountFen: fen(amount),
});

describe("lapse of what nobody paid (STE-6)", () => {
  it.each([
    ["payable", "2026-03-25", false],
    ["payable", "2026-03-26", true],
    ["paid", "2026-03-26", false],
    ["lapsed", "2026-03-26", false],
    ["reduced", "2026-03-26", false],
  ] as const)("%s on %s: %s", (state, on, expected) => {
    expect(lapses({ ...due, state }, day(on))).toBe(expected);
  });
});

describe("payments reported by the tax side", () => {
  it.each([
    ["paid on the last day, reported after it", due, payment("2026-03-25"), "paid"],
    ["the same after it lapsed", { ...due, state: "lapsed" }, payment("2026-03-25"), "paid"],
    ["paid a day late", due, payment("2026-03-26"), "late"],
    ["lapsed and paid late", { ...due, state: "lapsed" }, payment("2026-03-26"), "late"],
    ["a fen too little", due, payment("2026-03-25", 28_999), "amount"],
    ["a fen too much", due, payment("2026-03-25", 29_001), "amount"],
    [
      "twice",
      { ...due, state: "paid", paidOn: day("2026-03-20") },
      payment("2026-03-20"),
      "already",
    ],
    ["nobody's", null, payment("2026-03-25"), "unknown"],
    ["of tomorrow", due, payment("2026-03-27"), "future"],
    ["for one who was reduced", { ...due, state: "reduced" }, payment("2026-03-25"), "reduced"],
  ] as const)("%s", (_, enrolment, reported, kind) => {
    const outcome = judgePayment(enrolment, reported, today);
    expect(outcome.kind).toBe(kind);
    expect(outcome.message).toMatch(/。$/u);
  });
});

describe("the last day to pay", () => {
  it.each([
    ["2026-02-25", "2026-02-25"],
    ["2026-02-26", "2026-03-25"],
    ["2026-12-26", "2027-01-25"],
    ["2026-01-31", "2026-02-25"],
  ])("added on %s: %s", (added, last) => {
    expect(payByDay(day(added), startingPolicy()).toString()).toBe(last);
  });
});

describe("the premium of a year", () => {
  it.each([
    [2026, 29_000n],
    [2028, null],
    [1.5, null],
    [-1, null],
    [123_456, null],
  ])("%s: %s", (year, premium) => {
    expect(premiumOf(year, startingPolicy())).toBe(premium);
  });
});

describe("the year for which schools enrol these days", () => {
  it.each([
    ["2026-08-31", 2026],
    ["2026-09-01", 2027],
    ["2026-12-31", 2027],
    ["2027-01-01", 2027],
    ["2027-09-01", 2027], // nobody knows yet what 2028 costs
  ])("on %s: %s", (today, year) => {
    expect(yearInSeason(day(today), startingPolicy())).toBe(year);
  });
});

describe("days as schools write them", () => {
  it.each([
    ["2014-05-20", "2014-05-20"],
    ["2014/5/20", "2014-05-20"],
    ["2014.5.20", "2014-05-20"],
    ["2014年5月20日", "2014-05-20"],
    ["20140520", "2014-05-20"],
    ["２０１４－０５－２０", "2014-05-20"],
    ["2014-02-30", undefined],
    ["14-5-20", undefined],
    ["41779", undefined],
    ["", undefined],
  ])("%s: %s", (written, expected) => {
    expect(readWrittenDay(written)?.toString()).toBe(expected);
  });
});
