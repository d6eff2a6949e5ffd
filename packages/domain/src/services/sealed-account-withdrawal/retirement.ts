import { type Day, isOnOrAfter } from "../../dates.ts";
import { dayFigure, type Figure } from "../../figures.ts";
import { statutoryRetirementDay, statutoryRetirementMonths } from "../../retirement-age.ts";
import type { SealedSituation } from "./input.ts";

/** When this person reaches the statutory retirement age by the table in force, to the day. */
export function retirementOf({ facts: { participant }, today, policy }: SealedSituation): {
  readonly day: Day;
  /** Age in months of life. */
  readonly months: number;
  readonly reached: boolean;
  readonly figure: Figure;
} {
  const { sex, birthDate, womenRetireAt } = participant;
  const person = { sex, birthDate, womenAt: womenRetireAt };
  const table = policy.on("retirement.age", today);
  const day = statutoryRetirementDay(person, table);
  return {
    day,
    months: statutoryRetirementMonths(person, table),
    reached: isOnOrAfter(today, day),
    figure: dayFigure("到法定退休年龄", day, "actual"),
  };
}
