import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, daysBetween } from "./dates.ts";
import type { HousingAccount } from "./facts.ts";
import { fen } from "./fen.ts";
import { interestDue } from "./housing-accounts.ts";
import {
  balanceHistoryOf,
  depositRateOn,
  interestLines,
  interestPostings,
  interestTotal,
} from "./interest.ts";
import { startingPolicy } from "./policy-values.ts";

const flat = (rate: string) => () => rate;
const balance = (from: string, balanceFen: number) => ({
  from: day(from),
  balanceFen: fen(balanceFen),
});
const ask = (balances: readonly [string, number][], from: string, to: string) => ({
  balanceHistory: balances.map(([since, amount]) => balance(since, amount)),
  from: day(from),
  to: day(to),
  rateOn: flat("0.015"),
});
const brief = (question: Parameters<typeof interestLines>[0]) =>
  interestLines(question).map((line) => [String(line.from), line.days, Number(line.interestFen)]);

describe("interest, actual/365, the closing day not counted", () => {
  it.each([
    ["a year of 10,000.00", "2025-06-30", "2026-06-30", 365, 15_000],
    ["a leap year has a day more", "2023-06-30", "2024-06-30", 366, 15_041],
    ["one day", "2026-03-18", "2026-03-19", 1, 41],
  ])("%s", (_, from, to, days, interest) => {
    expect(brief(ask([[from, 1_000_000]], from, to))).toEqual([[from, days, interest]]);
  });

  it("is none if it is closed on its first day, or holds nothing", () => {
    expect(brief(ask([["2026-03-18", 1_000_000]], "2026-03-18", "2026-03-18"))).toEqual([]);
    expect(brief(ask([["2026-03-18", 0]], "2026-03-18", "2026-04-18"))).toEqual([]);
    expect(brief(ask([], "2026-03-18", "2026-04-18"))).toEqual([]);
  });

  it.each([
    [12_166, 0],
    [12_167, 1],
  ])("a day of %i fen rounds half-up to %i", (amount, interest) => {
    const question = { ...ask([["2026-03-18", amount]], "2026-03-18", "2026-03-19") };
    expect(brief({ ...question, rateOn: flat("0.015") })).toEqual([["2026-03-18", 1, interest]]);
  });

  it("starts a line where the balance changes, cut to the days asked for", () => {
    const balances: [string, number][] = [
      ["2026-01-01", 1_000_000],
      ["2026-03-10", 2_000_000],
      ["2026-04-01", 500_000],
      ["2026-05-01", 900_000],
    ];
    expect(brief(ask(balances, "2026-03-01", "2026-04-11"))).toEqual([
      ["2026-03-01", 9, 370],
      ["2026-03-10", 22, 1808],
      ["2026-04-01", 10, 205],
    ]);
  });

  it("starts a line where the rate changes, and shows each (XPL-4)", () => {
    const changesOn = day("2026-03-11");
    const question = {
      ...ask([["2026-03-01", 1_000_000]], "2026-03-01", "2026-03-21"),
      rateOn: (date: typeof changesOn) => (daysBetween(changesOn, date) < 0 ? "0.015" : "0.03"),
    };
    const lines = interestLines(question);
    expect(lines.map(({ days, rate, interestFen }) => [days, rate, interestFen])).toEqual([
      [10, "0.015", 411n],
      [10, "0.03", 822n],
    ]);
    expect(interestTotal(lines)).toBe(1233n);
  });

  it("knows nothing of a rate that begins on the closing day", () => {
    const closing = day("2026-03-21");
    const question = {
      ...ask([["2026-03-01", 1_000_000]], "2026-03-01", "2026-03-21"),
      rateOn: (date: typeof closing) => (date.equals(closing) ? "0.03" : "0.015"),
    };
    expect(brief(question)).toEqual([["2026-03-01", 20, 822]]);
  });

  it("refuses a history without the first day, or out of order", () => {
    expect(() => brief(ask([["2026-03-19", 1]], "2026-03-18", "2026-04-01"))).toThrow(RangeError);
    const twice: [string, number][] = [
      ["2026-03-18", 1],
      ["2026-03-18", 2],
    ];
    expect(() => brief(ask(twice, "2026-03-18", "2026-04-01"))).toThrow(RangeError);
  });

  it("covers every day once, wherever the balance changes", () => {
    const steps = fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 60 }),
        amount: fc.integer({ min: 1, max: 10 ** 9 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 200 }), (list, span) => {
        let on = day("2025-01-01");
        const balanceHistory = list.map(({ gap, amount }) => {
          const entry = { from: on, balanceFen: fen(amount) };
          on = addDays(on, gap);
          return entry;
        });
        const from = day("2025-01-01");
        const to = addDays(from, span);
        const lines = interestLines({ balanceHistory, from, to, rateOn: flat("0.015") });
        expect(lines.reduce((total, line) => total + line.days, 0)).toBe(span);
      }),
    );
  });
});

describe("posting on 30 June and at closing (LDG-6)", () => {
  const posted = (from: string, to: string) =>
    interestPostings({ ...ask([[from, 1_000_000]], from, to), postedOn: "06-30" }).map(
      ({ on, interestFen }) => [String(on), Number(interestFen)],
    );

  it.each([
    ["2025-07-01", "2026-03-18", [["2026-03-18", 10_685]]],
    ["2025-07-01", "2026-06-30", [["2026-06-30", 14_959]]],
    [
      "2025-06-29",
      "2026-07-01",
      [
        ["2025-06-30", 41],
        ["2026-06-30", 15_001],
        ["2026-07-01", 42],
      ],
    ],
  ])("from %s to %s", (from, to, expected) => {
    expect(posted(from, to)).toEqual(expected);
  });

  it("bears interest on what was posted, beside movements of the same day", () => {
    const postings = interestPostings({
      ...ask(
        [
          ["2024-06-30", 100_000_000],
          ["2025-06-30", 50_000_000],
          ["2025-12-30", 60_000_000],
        ],
        "2024-06-30",
        "2026-06-30",
      ),
      postedOn: "06-30",
    });
    expect(postings.map(({ interestFen }) => interestFen)).toEqual([1_500_000n, 847_294n]);
    expect(postings[1]?.lines.map(({ balanceFen }) => balanceFen)).toEqual([
      51_500_000n,
      61_500_000n,
    ]);
  });
});

describe("what the posting days owe an account (LDG-6)", () => {
  const account: HousingAccount = {
    number: "8050000001",
    kind: "general",
    status: "normal",
    openedOn: day("2020-01-01"),
    sealedOn: null,
    baseFen: null,
    balanceFen: fen(1_000_000),
    interestUpTo: day("2025-06-30"),
    movements: [],
    frozenBy: null,
  };
  const due = (on: string) =>
    interestDue(account, day(on), startingPolicy()).map((posting) => [
      String(posting.on),
      Number(posting.interestFen),
    ]);

  it.each([
    ["2026-06-29", []],
    ["2026-06-30", [["2026-06-30", 15_000]]],
    ["2027-06-29", [["2026-06-30", 15_000]]],
    [
      "2027-06-30",
      [
        ["2026-06-30", 15_000],
        ["2027-06-30", 15_225],
      ],
    ],
  ])("on %s", (on, expected) => expect(due(on)).toEqual(expected));
});

describe("from the account as it stands", () => {
  it("works the balances back", () => {
    const history = balanceHistoryOf({
      balanceFen: fen(1_200),
      interestUpTo: day("2025-06-30"),
      movements: [
        { on: day("2025-06-30"), amountFen: fen(100) },
        { on: day("2025-08-10"), amountFen: fen(300) },
        { on: day("2025-08-10"), amountFen: fen(-200) },
      ],
    });
    expect(history.map(({ from, balanceFen }) => [String(from), balanceFen])).toEqual([
      ["2025-06-30", 1_100n],
      ["2025-08-10", 1_200n],
    ]);
  });

  it("takes the rate of the policy in force", () => {
    const rateOn = depositRateOn(startingPolicy());
    expect(rateOn(day("2026-03-18"))).toBe("0.015");
  });
});
