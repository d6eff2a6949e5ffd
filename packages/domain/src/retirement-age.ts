import { addMonthsClamped, type Day, month, monthOf, monthsBetween } from "./dates.ts";
import type { Sex } from "./identity-number.ts";
import type { RetirementAges, RetirementRise } from "./policy-shapes.ts";

export interface RetiringPerson {
  readonly sex: Sex;
  readonly birthDate: Day;
  /** The age at which she would have retired before the rise; means nothing for men. */
  readonly womenAt: 50 | 55;
}

/**
 * The statutory retirement age in months of life, by the table in force (policy `retirement.age`).
 * Since 2025 it rises by one month for every few months of birth, up to a limit (decision of the
 * Standing Committee of the National People's Congress of 13 September 2024, with its annexes).
 */
export function statutoryRetirementMonths(person: RetiringPerson, table: RetirementAges): number {
  const rise = riseOf(person, table);
  const later = monthsBetween(month(rise.firstBirthMonth), monthOf(person.birthDate));
  if (later < 0) return rise.startMonths;
  const added = Math.floor(later / rise.birthMonthsPerStep) + 1;
  return Math.min(rise.startMonths + added, rise.limitMonths);
}

/** The day on which that age is reached, counted to the day and clamped at the month's end. */
export function statutoryRetirementDay(person: RetiringPerson, table: RetirementAges): Day {
  return addMonthsClamped(person.birthDate, statutoryRetirementMonths(person, table));
}

/** 61岁3个月, as findings write an age in months. */
export function formatAgeMonths(months: number): string {
  const rest = months % 12;
  return `${Math.floor(months / 12)}岁${rest === 0 ? "" : `${rest}个月`}`;
}

function riseOf(person: RetiringPerson, table: RetirementAges): RetirementRise {
  if (person.sex === "male") return table.men;
  return person.womenAt === 55 ? table.womenAt55 : table.womenAt50;
}
