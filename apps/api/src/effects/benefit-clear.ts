import { exactly, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { monthsNamed } from "./benefit-demand.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/** The months count as not drawn, and what waited for them goes on. */
export const benefitClear: EffectWriter<"benefit.clear"> = (effect, occasion, id) => {
  const cleared = partName("cleared", id);
  const on = occasion.today.toString();
  return [
    write(
      cleared,
      sql`UPDATE benefit_month b SET state = 'refunded', refunded_on = ${on}::date
            FROM ${monthsNamed(effect.months)}
           WHERE b.plan_number = named.plan AND b.month = named.month AND b.state = 'drawn'
             AND b.demanded_by = ${occasion.applicationNumber} RETURNING 1`,
    ),
    exactly(cleared, effect.months.length),
    write(
      partName("resumed", id),
      sql`UPDATE benefit_matter SET resumed_on = ${on}::date
           WHERE number = ANY(${[...effect.resumes]}::text[]) AND resumed_on IS NULL
             AND person_id = ${occasion.subject.id}::uuid RETURNING 1`,
    ),
  ];
};
