import { addMonths, type Day, day, dayInMonth, isAfter, monthOf } from "../../dates.ts";
import { type Fen, fen } from "../../fen.ts";
import type { PolicyReader } from "../../policy.ts";
import type { EnrolmentRequest } from "./input.ts";

/** Years that can be applied for: the running one and the next, for which autumn lists are filed. */
export const yearsOpen = (today: Day): readonly number[] => [today.year, today.year + 1];

/** In autumn schools enrol for the next year (集中参保期). */
const SEASON_FROM_MONTH = 9;

/**
 * The year for which schools enrol these days: in autumn the next one, as soon as its premium has
 * been announced; the running one otherwise.
 */
export function yearInSeason(today: Day, policy: PolicyReader): number {
  const next = today.year + 1;
  const isNext = today.month >= SEASON_FROM_MONTH && premiumOf(next, policy) !== null;
  return isNext ? next : today.year;
}

/** Premium of one student for a year, in fen; null while it hasn't been announced. */
export function premiumOf(year: number, policy: PolicyReader): Fen | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  const entry = policy.findEntry("resident.studentPremium", day(`${year}-01-01`));
  return entry?.value.insuredYear === year ? fen(entry.value.premiumFen) : null;
}

/**
 * The last day to pay, included: the 25th of the month of application, or of the next month for
 * those added after it (STE-5).
 */
export function payByDay(today: Day, policy: PolicyReader): Day {
  const dayOfMonth = policy.on("resident.payByDay", today);
  const month = monthOf(today);
  const thisMonth = dayInMonth(month, dayOfMonth);
  return isAfter(today, thisMonth) ? dayInMonth(addMonths(month, 1), dayOfMonth) : thisMonth;
}

/** As `premiumOf` for a request that the rules have passed; throws where they would have refused. */
export function premiumDue({ input, policy }: Pick<EnrolmentRequest, "input" | "policy">): Fen {
  const premium = premiumOf(input.year, policy);
  if (premium === null) throw new Error(`no premium of ${input.year}`);
  return premium;
}
