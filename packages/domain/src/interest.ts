import {
  addDays,
  type Day,
  dayInMonth,
  daysBetween,
  earliestDay,
  isAfter,
  isBefore,
  latestDay,
  month,
} from "./dates.ts";
import { ExactDecimal, type Fen, fen, roundFen, sumFen, zeroFen } from "./fen.ts";
import type { PolicyReader } from "./policy.ts";
import type { Rate } from "./policy-shapes.ts";

/** The balance from a day on, until the next entry's day. */
export interface BalanceFrom {
  readonly from: Day;
  readonly balanceFen: Fen;
}

/** A stretch of days with one balance and one rate, and what it bears. */
export interface InterestLine {
  readonly from: Day;
  /** Not counted itself. */
  readonly to: Day;
  readonly days: number;
  readonly balanceFen: Fen;
  readonly rate: Rate;
  /** balance x rate x days / 365, half-up to the fen. */
  readonly interestFen: Fen;
}

/** Interest credited on one day, with the lines that it is the sum of. */
export interface InterestPosting {
  readonly on: Day;
  readonly lines: readonly InterestLine[];
  readonly interestFen: Fen;
}

export interface InterestQuestion {
  /** Ascending; the first entry must not lie after `from`. Empty means that there is no money. */
  readonly balanceHistory: readonly BalanceFrom[];
  /** First day that bears interest. */
  readonly from: Day;
  /** The closing day, which bears none. */
  readonly to: Day;
  /** The yearly rate in force on a day. */
  readonly rateOn: (date: Day) => Rate;
}

const DAYS_OF_INTEREST_YEAR = 365;

/**
 * Interest on a housing account, actual/365: a new line wherever the balance or the rate changes,
 * each rounded half-up to the fen. Stretches without a balance are left out; nothing is added to
 * the balance on the way (for that see `interestPostings`).
 */
export function interestLines(question: InterestQuestion): readonly InterestLine[] {
  const { balanceHistory, from, to, rateOn } = question;
  assertAscending(balanceHistory, from);
  return balanceHistory.flatMap((entry, index) => {
    const next = balanceHistory[index + 1]?.from ?? to;
    const start = latestDay(entry.from, from);
    const end = earliestDay(next, to);
    if (entry.balanceFen === zeroFen || !isBefore(start, end)) return [];
    return linesAtRates(start, end, entry.balanceFen, rateOn);
  });
}

export function interestTotal(lines: readonly InterestLine[]): Fen {
  return sumFen(lines.map((line) => line.interestFen));
}

/**
 * Interest up to the closing day `to` with every posting day on the way (LDG-6): interest posted
 * on 30 June bears interest itself from that day. The last posting is that of the closing day.
 * `postedOn` is MM-DD.
 */
export function interestPostings(
  question: InterestQuestion & { readonly postedOn: string },
): readonly InterestPosting[] {
  const days = [...postingDays(question), question.to];
  const postings: InterestPosting[] = [];
  let balanceHistory = question.balanceHistory;
  let from = question.from;
  for (const on of days) {
    const lines = interestLines({ ...question, balanceHistory, from, to: on });
    const interestFen = interestTotal(lines);
    postings.push({ on, lines, interestFen });
    balanceHistory = credit(balanceHistory, on, interestFen);
    from = on;
  }
  return postings;
}

/**
 * The balances since a day, worked back from today's: `movements` are the postings since then,
 * oldest first, and are part of `balanceFen`. A posting bears interest from its own day.
 */
export function balanceHistoryOf(account: {
  readonly balanceFen: Fen;
  readonly interestUpTo: Day;
  readonly movements: readonly { readonly on: Day; readonly amountFen: Fen }[];
}): readonly BalanceFrom[] {
  const moved = sumFen(account.movements.map((movement) => movement.amountFen));
  const opening = { from: account.interestUpTo, balanceFen: fen(account.balanceFen - moved) };
  return account.movements.reduce<readonly BalanceFrom[]>(
    (history, { on, amountFen }) => credit(history, on, amountFen),
    [opening],
  );
}

/** The deposit rate of housing accounts by day, as the policy has it. */
export function depositRateOn(policy: PolicyReader): (date: Day) => Rate {
  return (date) => policy.on("housing.depositRate", date).rate;
}

function linesAtRates(
  start: Day,
  end: Day,
  balanceFen: Fen,
  rateOn: (date: Day) => Rate,
): InterestLine[] {
  const lines: InterestLine[] = [];
  let from = start;
  let rate = rateOn(start);
  for (let date = addDays(start, 1); isBefore(date, end); date = addDays(date, 1)) {
    const rateOfDay = rateOn(date);
    if (rateOfDay === rate) continue;
    lines.push(lineOf(from, date, balanceFen, rate));
    from = date;
    rate = rateOfDay;
  }
  return [...lines, lineOf(from, end, balanceFen, rate)];
}

function lineOf(from: Day, to: Day, balanceFen: Fen, rate: Rate): InterestLine {
  const days = daysBetween(from, to);
  const yearly = new ExactDecimal(balanceFen.toString()).times(rate);
  const interestFen = roundFen(yearly.times(days).dividedBy(DAYS_OF_INTEREST_YEAR));
  return { from, to, days, balanceFen, rate, interestFen };
}

/** Adds an amount to the balance from a day on, to what stands there already if there is such. */
function credit(history: readonly BalanceFrom[], on: Day, amountFen: Fen): readonly BalanceFrom[] {
  const before = history.filter((entry) => !isAfter(entry.from, on));
  const raised = (entry: BalanceFrom) => ({
    from: entry.from,
    balanceFen: fen(entry.balanceFen + amountFen),
  });
  const standing = before.at(-1) ?? { from: on, balanceFen: zeroFen };
  const kept = before.filter((entry) => isBefore(entry.from, on));
  const after = history.filter((entry) => isAfter(entry.from, on)).map(raised);
  return [...kept, raised({ from: on, balanceFen: standing.balanceFen }), ...after];
}

/** The last day on which interest is posted (`postedOn`, MM-DD) up to a day, it among them. */
export function lastPostingDay(postedOn: string, on: Day): Day {
  const ofYear = postingDayOf(on.year, postedOn);
  return isAfter(ofYear, on) ? postingDayOf(on.year - 1, postedOn) : ofYear;
}

function postingDayOf(year: number, postedOn: string): Day {
  const [monthText = "", dayText = ""] = postedOn.split("-");
  return dayInMonth(month(`${year}-${monthText}`), Number(dayText));
}

/** The posting days after `from` and before `to`. */
function postingDays(question: { from: Day; to: Day; postedOn: string }): Day[] {
  const years = question.to.year - question.from.year + 1;
  return Array.from({ length: Math.max(0, years) }, (_, index) =>
    postingDayOf(question.from.year + index, question.postedOn),
  ).filter((on) => isAfter(on, question.from) && isBefore(on, question.to));
}

function assertAscending(history: readonly BalanceFrom[], from: Day): void {
  const first = history[0];
  if (first !== undefined && isAfter(first.from, from)) {
    throw new RangeError("the balance on the first day isn't known");
  }
  for (const [index, entry] of history.entries()) {
    const next = history[index + 1];
    if (next !== undefined && !isBefore(entry.from, next.from)) {
      throw new RangeError("balances must be in order, one a day");
    }
  }
}
