import {
  addMonthsClamped,
  type Day,
  day,
  daysBetween,
  isAfter,
  isBefore,
  isOnOrBefore,
} from "./dates.ts";
import { ExactDecimal, type Fen, fen, maxFen, minFen, roundFen, zeroFen } from "./fen.ts";
import type { PolicyReader } from "./policy.ts";
import type { Rate } from "./policy-shapes.ts";

/** 等额本息: one payment throughout. 等额本金: one principal throughout. */
export type LoanMethod = "equal-instalment" | "equal-principal";

/** A yearly rate and the day from which it holds. */
export interface RateFrom {
  readonly from: Day;
  readonly rate: Rate;
}

/** Days of a period at one rate; a period with a change has two of them. */
export interface LoanPeriodPart {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly rate: Rate;
}

export interface LoanPlanRow {
  /** From 1. */
  readonly no: number;
  readonly dueOn: Day;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly paymentFen: Fen;
  /** What is still owed after this payment. */
  readonly balanceFen: Fen;
  readonly parts: readonly LoanPeriodPart[];
}

export interface LoanTerms {
  readonly method: LoanMethod;
  readonly principalFen: Fen;
  /** Number of monthly payments, from 1. */
  readonly termMonths: number;
  /** Due day of the first payment; the first period is the month before it. */
  readonly firstDueOn: Day;
  /** Ascending; before the first entry its rate holds as well. At least one. */
  readonly rates: readonly RateFrom[];
}

const MONTHS_A_YEAR = 12;
const MOST_MONTHS_AT_SHORT_RATE = 60;
const LONGEST_TERM_MONTHS = 480;

/**
 * The repayment plan. A month's interest is balance x yearly rate / 12, half-up to the fen; in a
 * month with a new rate it is split by days, and the payment is worked out anew for what is left.
 * The principals add up to the loan exactly: the last payment takes what rounding has left.
 */
export function loanPlan(terms: LoanTerms): readonly LoanPlanRow[] {
  assertTerms(terms);
  const rows: LoanPlanRow[] = [];
  const evenPrincipal = fen(terms.principalFen / BigInt(terms.termMonths));
  let owed = terms.principalFen;
  let rateOfPayment: Rate | null = null;
  let payment = zeroFen;
  for (let no = 1; no <= terms.termMonths; no += 1) {
    const parts = partsOf(terms, no);
    const interestFen = interestOf(owed, parts);
    const rate = parts.at(-1)?.rate ?? "0";
    if (rate !== rateOfPayment) {
      payment = instalment(owed, rate, terms.termMonths - no + 1);
      rateOfPayment = rate;
    }
    const planned =
      terms.method === "equal-principal"
        ? evenPrincipal
        : maxFen(zeroFen, fen(payment - interestFen));
    const principalFen = no === terms.termMonths ? owed : minFen(owed, planned);
    owed = fen(owed - principalFen);
    rows.push({
      no,
      dueOn: dueDay(terms, no),
      principalFen,
      interestFen,
      paymentFen: fen(principalFen + interestFen),
      balanceFen: owed,
      parts,
    });
  }
  return rows;
}

/**
 * The rates of a housing-fund loan over time: that of its payout day, then every later one from
 * the day on which it reaches loans that are running. Up to five years is 60 months included.
 */
export function housingLoanRates(
  policy: PolicyReader,
  loan: {
    readonly home: "first" | "second";
    readonly termMonths: number;
    readonly paidOutOn: Day;
  },
): readonly RateFrom[] {
  const span = loan.termMonths <= MOST_MONTHS_AT_SHORT_RATE ? "upToFiveYears" : "overFiveYears";
  const first = policy.entryOn("housing.loanRate", loan.paidOutOn);
  const later = policy
    .history("housing.loanRate")
    .filter((entry) => isAfter(entry.from, loan.paidOutOn))
    .map(({ value }) => ({ from: day(value.runningLoansFrom), rate: value[loan.home][span] }));
  return [{ from: loan.paidOutOn, rate: first.value[loan.home][span] }, ...later];
}

/** The even monthly payment that clears the debt in n months, half-up to the fen. */
function instalment(owed: Fen, yearlyRate: Rate, months: number): Fen {
  const debt = new ExactDecimal(owed.toString());
  const monthly = new ExactDecimal(yearlyRate).dividedBy(MONTHS_A_YEAR);
  if (monthly.isZero()) return roundFen(debt.dividedBy(months));
  const growth = monthly.plus(1).pow(months);
  return roundFen(debt.times(monthly).times(growth).dividedBy(growth.minus(1)));
}

function interestOf(owed: Fen, parts: readonly LoanPeriodPart[]): Fen {
  const days = parts.reduce((total, part) => total + part.days, 0);
  const weighted = parts.reduce(
    (total, part) => total.plus(new ExactDecimal(part.rate).times(part.days)),
    new ExactDecimal(0),
  );
  const yearly = new ExactDecimal(owed.toString()).times(weighted);
  return roundFen(yearly.dividedBy(days * MONTHS_A_YEAR));
}

function partsOf(terms: LoanTerms, no: number): readonly LoanPeriodPart[] {
  const start = dueDay(terms, no - 1);
  const end = dueDay(terms, no);
  const changes = terms.rates.filter(({ from }) => isAfter(from, start) && isBefore(from, end));
  const marks = [start, ...changes.map(({ from }) => from), end];
  return marks.slice(0, -1).map((from, index) => {
    const to = marks[index + 1] ?? end;
    return { from, to, days: daysBetween(from, to), rate: rateOn(terms.rates, from) };
  });
}

function rateOn(rates: readonly RateFrom[], date: Day): Rate {
  const known = rates.filter(({ from }) => isOnOrBefore(from, date)).at(-1) ?? rates[0];
  return known?.rate ?? "0";
}

function dueDay(terms: LoanTerms, no: number): Day {
  return addMonthsClamped(terms.firstDueOn, no - 1);
}

function assertTerms({ principalFen, termMonths, rates }: LoanTerms): void {
  if (principalFen <= 0n) throw new RangeError("a loan is more than nothing");
  if (!Number.isInteger(termMonths) || termMonths < 1 || termMonths > LONGEST_TERM_MONTHS) {
    throw new RangeError(`not a term in months: ${termMonths}`);
  }
  if (rates.length === 0) throw new RangeError("a loan needs a rate");
  for (const [index, entry] of rates.entries()) {
    const next = rates[index + 1];
    if (next !== undefined && !isBefore(entry.from, next.from)) {
      throw new RangeError("rates must be in order, one a day");
    }
  }
}
