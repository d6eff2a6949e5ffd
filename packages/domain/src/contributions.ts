import {
  addMonths,
  compareMonths,
  type Day,
  isMonthAfter,
  isMonthBefore,
  type Month,
  monthOf,
  monthsFromTo,
} from "./dates.ts";
import type { Contribution, Insurance } from "./facts.ts";
import { type Fen, fen, sumFen } from "./fen.ts";

/** In the order in which papers and screens list them. */
export const insuranceNames: Readonly<Record<Insurance, string>> = {
  pension: "养老保险",
  medical: "医疗保险",
  unemployment: "失业保险",
  injury: "工伤保险",
  maternity: "生育保险",
  housing: "住房公积金",
};

export const insurances: readonly Insurance[] = [
  "pension",
  "medical",
  "unemployment",
  "injury",
  "maternity",
  "housing",
];

/** Both months included. */
export interface MonthRange {
  readonly from: Month;
  readonly to: Month;
}

/** The twelve months that end with the current one. */
export function lastTwelveMonths(today: Day): MonthRange {
  const to = monthOf(today);
  return { from: addMonths(to, -11), to };
}

/** What was paid in a range for some insurances (none named: for all), the oldest month first. */
export function paidIn(
  contributions: readonly Contribution[],
  range: MonthRange,
  wanted: readonly Insurance[] = [],
): readonly Contribution[] {
  const chosen = wanted.length === 0 ? insurances : wanted;
  return contributions
    .filter(
      ({ month, insurance }) =>
        chosen.includes(insurance) &&
        !isMonthBefore(month, range.from) &&
        !isMonthAfter(month, range.to),
    )
    .toSorted(
      (left, right) =>
        compareMonths(left.month, right.month) ||
        insurances.indexOf(left.insurance) - insurances.indexOf(right.insurance),
    );
}

/** The months of a range for which nothing was paid for an insurance, the oldest first. */
export function monthsNotPaid(
  contributions: readonly Contribution[],
  insurance: Insurance,
  range: MonthRange,
): readonly Month[] {
  const paid = new Set(
    paidIn(contributions, range, [insurance]).map(({ month }) => month.toString()),
  );
  return monthsFromTo(range.from, range.to).filter((month) => !paid.has(month.toString()));
}

/** What the rows of one insurance add up to (PCT-5). */
export interface InsuranceTotal {
  readonly insurance: Insurance;
  readonly first: Month;
  readonly last: Month;
  /** A month counts once, in however many rows it was paid. */
  readonly months: number;
  readonly personalFen: Fen;
  readonly unitFen: Fen;
  readonly totalFen: Fen;
}

/** The totals of exactly these rows by insurance; an insurance without a row has none. */
export function totalsOf(rows: readonly Contribution[]): readonly InsuranceTotal[] {
  return insurances.flatMap((insurance): InsuranceTotal[] => {
    const own = rows.filter((row) => row.insurance === insurance);
    const months = own.map(({ month }) => month).toSorted(compareMonths);
    const [first] = months;
    const last = months.at(-1);
    if (first === undefined || last === undefined) return [];
    const personalFen = sumFen(own.map((row) => row.personalFen));
    const unitFen = sumFen(own.map((row) => row.unitFen));
    return [
      {
        insurance,
        first,
        last,
        months: new Set(months.map(String)).size,
        personalFen,
        unitFen,
        totalFen: fen(personalFen + unitFen),
      },
    ];
  });
}
