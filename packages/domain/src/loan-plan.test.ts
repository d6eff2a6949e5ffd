import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonthsClamped, day } from "./dates.ts";
import { fen, sumFen } from "./fen.ts";
import { housingLoanRates, type LoanMethod, type LoanTerms, loanPlan } from "./loan-plan.ts";
import { startingPolicy } from "./policy-values.ts";

const terms = (patch: Partial<LoanTerms> = {}): LoanTerms => ({
  method: "equal-instalment",
  principalFen: fen(100_000_000),
  termMonths: 360,
  firstDueOn: day("2024-06-20"),
  rates: [{ from: day("2024-05-20"), rate: "0.0285" }],
  ...patch,
});
const methods = ["equal-instalment", "equal-principal"] as const;

const anyTerms = fc
  .record({
    method: fc.constantFrom<LoanMethod>(...methods),
    principalFen: fc.bigInt({ min: 1n, max: 200_000_000n }).map(fen),
    termMonths: fc.integer({ min: 1, max: 360 }),
    firstDueOn: fc.integer({ min: 0, max: 60 }).map((n) => addMonthsClamped(day("2020-01-31"), n)),
    rates: fc.array(fc.integer({ min: 0, max: 2400 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ rates, ...rest }) => ({
    ...rest,
    rates: rates.map((n, index) => ({
      from: day(`${2020 + 2 * index}-01-01`),
      rate: (n / 10_000).toFixed(4),
    })),
  }));

describe("equal instalments", () => {
  it.each([
    ["0.031", 427_016],
    ["0.0285", 413_557],
    ["0", 277_778],
  ])("a million over 30 years at %s costs %i fen a month", (rate, payment) => {
    const plan = loanPlan(terms({ rates: [{ from: day("2024-05-20"), rate }] }));
    expect(plan[0]?.paymentFen).toBe(BigInt(payment));
    expect(new Set(plan.slice(0, -1).map((row) => row.paymentFen)).size).toBe(1);
  });

  it("shows interest and principal of the first month", () => {
    const [row] = loanPlan(terms());
    expect(row).toMatchObject({ no: 1, interestFen: 237_500n, principalFen: 176_057n });
    expect(String(row?.dueOn)).toBe("2024-06-20");
    expect(row?.balanceFen).toBe(99_823_943n);
  });
});

describe("equal principal", () => {
  it("pays the same principal but for the last, and less interest each month", () => {
    const plan = loanPlan(terms({ method: "equal-principal" }));
    expect(plan[0]).toMatchObject({ principalFen: 277_777n, interestFen: 237_500n });
    expect(new Set(plan.slice(0, -1).map((row) => row.principalFen)).size).toBe(1);
    expect(plan.at(-1)?.principalFen).toBe(278_057n);
  });
});

describe("a rate that changes", () => {
  const changing = terms({
    rates: [
      { from: day("2024-05-20"), rate: "0.0285" },
      { from: day("2025-01-01"), rate: "0.026" },
    ],
  });

  it("splits the month by days and shows both parts (XPL-4)", () => {
    const row = loanPlan(changing)[7];
    expect(String(row?.dueOn)).toBe("2025-01-20");
    expect(row?.parts.map(({ days, rate }) => [days, rate])).toEqual([
      [12, "0.0285"],
      [19, "0.026"],
    ]);
  });

  it("works the payment out anew from then on and not before", () => {
    const payments = loanPlan(changing).map((row) => row.paymentFen);
    expect(new Set(payments.slice(0, 7))).toEqual(new Set([413_557n]));
    expect(new Set(payments.slice(7, -1)).size).toBe(1);
    expect(payments[7]).toBeLessThan(413_557n);
  });

  it("never lets the debt grow in a month that is split", () => {
    const rates = [
      { from: day("2024-05-20"), rate: "0.24" },
      { from: day("2025-01-19"), rate: "0.001" },
    ];
    const row = loanPlan(terms({ rates }))[7];
    expect(row?.principalFen).toBe(0n);
    expect(row?.paymentFen).toBe(row?.interestFen);
  });

  it("on a due day belongs to the month that begins there", () => {
    const rates = [
      { from: day("2024-05-20"), rate: "0.0285" },
      { from: day("2025-01-20"), rate: "0.026" },
    ];
    const plan = loanPlan(terms({ rates }));
    expect(plan[7]?.parts.map(({ rate }) => rate)).toEqual(["0.0285"]);
    expect(plan[8]?.parts.map(({ rate }) => rate)).toEqual(["0.026"]);
  });
});

describe("every plan (HLQ-4)", () => {
  it("repays the loan exactly, row by row", () => {
    fc.assert(
      fc.property(anyTerms, (loan) => {
        const plan = loanPlan(loan);
        expect(plan).toHaveLength(loan.termMonths);
        expect(sumFen(plan.map((row) => row.principalFen))).toBe(loan.principalFen);
        expect(plan.at(-1)?.balanceFen).toBe(0n);
        let owed = loan.principalFen;
        for (const row of plan) {
          expect(row.principalFen >= 0n && row.interestFen >= 0n).toBe(true);
          expect(row.paymentFen).toBe(row.principalFen + row.interestFen);
          expect(row.balanceFen).toBe(owed - row.principalFen);
          owed = row.balanceFen;
        }
      }),
      { numRuns: 60 },
    );
  });

  it("falls due on the same day, or the month's last", () => {
    const plan = loanPlan(terms({ firstDueOn: day("2024-01-31"), termMonths: 4 }));
    expect(plan.map((row) => String(row.dueOn))).toEqual([
      "2024-01-31",
      "2024-02-29",
      "2024-03-31",
      "2024-04-30",
    ]);
  });

  it.each([
    [{ principalFen: fen(0) }],
    [{ termMonths: 0 }],
    [{ termMonths: 481 }],
    [{ termMonths: 1.5 }],
    [{ rates: [] }],
    [
      {
        rates: [
          { from: day("2024-05-20"), rate: "0" },
          { from: day("2024-05-20"), rate: "0.1" },
        ],
      },
    ],
  ])("isn't made of %o", (patch) => {
    expect(() => loanPlan(terms(patch))).toThrow(RangeError);
  });
});

describe("rates of a housing-fund loan", () => {
  const rates = (termMonths: number, paidOutOn: string, home: "first" | "second" = "first") =>
    housingLoanRates(startingPolicy(), { home, termMonths, paidOutOn: day(paidOutOn) }).map(
      ({ from, rate }) => [String(from), rate],
    );

  it("start with the payout's and change for running loans on their own day", () => {
    expect(rates(360, "2023-03-10")).toEqual([
      ["2023-03-10", "0.031"],
      ["2025-01-01", "0.0285"],
      ["2026-01-01", "0.026"],
    ]);
    expect(rates(360, "2025-05-07")).toEqual([
      ["2025-05-07", "0.0285"],
      ["2026-01-01", "0.026"],
    ]);
    expect(rates(360, "2025-05-08")).toEqual([["2025-05-08", "0.026"]]);
  });

  it.each([
    [60, "0.021"],
    [61, "0.026"],
  ])("of %i months are %s", (termMonths, rate) => {
    expect(rates(termMonths, "2025-05-08")[0]?.[1]).toBe(rate);
  });

  it("of a second home are higher", () => {
    expect(rates(360, "2025-05-08", "second")).toEqual([["2025-05-08", "0.03075"]]);
  });
});
