import { dateText } from "@hall/ui/date-text";
import { words } from "./words.ts";

/** The last twelve months, the last three years, or since the beginning. */
export type Range = "year" | "three" | "all";
export const ranges: readonly Range[] = ["year", "three", "all"];

interface Paid {
  readonly month: string;
  readonly personalFen: number;
  readonly unitFen: number;
}

/** Twenty years of months are more than a chart can show: one bar a year. */
export function yearly(months: readonly Paid[]): readonly (Paid & { readonly label: string })[] {
  const years = new Map<string, Paid>();
  for (const { month, personalFen, unitFen } of months) {
    const year = month.slice(0, 4);
    const before = years.get(year);
    years.set(year, {
      month: year,
      personalFen: personalFen + (before?.personalFen ?? 0),
      unitFen: unitFen + (before?.unitFen ?? 0),
    });
  }
  return [...years.values()].map((year) => ({ ...year, label: words.course.ofYear(year.month) }));
}

export const labelled = (months: readonly Paid[]) =>
  months.map((month) => ({ ...month, label: dateText(month.month) }));

interface Saved {
  readonly month: string;
  readonly balanceFen: number;
}

/** Month by month where there is room; since the beginning each year's end, and now. */
export function thinned(balances: readonly Saved[], range: Range): readonly Saved[] {
  if (range !== "all") return balances.slice(range === "year" ? -12 : -36);
  if (balances.length <= 36) return balances;
  return balances.filter(
    ({ month }, index) => month.endsWith("-12") || index === balances.length - 1,
  );
}
