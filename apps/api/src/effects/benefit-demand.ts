import type { BenefitMonthRef } from "@hall/domain/effects";
import { exactly, write } from "../store/commit.ts";
import { type Sql, sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/** Months of a person's plans, to be joined as (plan, month). */
export const monthsNamed = (months: readonly BenefitMonthRef[]): Sql => sql`
  unnest(${months.map(({ plan }) => plan)}::text[],
         ${months.map(({ month }) => `${month.toString()}-01`)}::date[]) AS named (plan, month)`;

/** The months are this case's to clear; of a case withdrawn since they are no longer. */
export const benefitDemand: EffectWriter<"benefit.demand"> = (effect, occasion, id) => {
  const demanded = partName("demanded", id);
  return [
    write(
      demanded,
      sql`UPDATE benefit_month b SET demanded_by = ${occasion.applicationNumber}
            FROM ${monthsNamed(effect.months)}, benefit_plan p
           WHERE b.plan_number = named.plan AND b.month = named.month AND b.state = 'drawn'
             AND p.number = b.plan_number AND p.person_id = ${occasion.subject.id}::uuid
          RETURNING 1`,
    ),
    exactly(demanded, effect.months.length),
  ];
};
