import { write } from "../store/commit.ts";
import { raw, sql } from "../store/database.ts";
import { documentOf, type EffectWriter, partName } from "./occasion.ts";

/** The new plan of a month; one that stood for the same month is marked as superseded (FPC-7). */
export const planChange: EffectWriter<"plan.change"> = (effect, occasion, id) => {
  const month = `${effect.effectiveMonth.toString()}-01`;
  const retired = partName("retired_plan", id);
  return [
    write(
      retired,
      sql`UPDATE flex_plan SET superseded_by = ${occasion.applicationNumber}
           WHERE person_id = ${occasion.subject.id}::uuid AND effective_month = ${month}::date
             AND superseded_by IS NULL RETURNING 1`,
    ),
    write(
      partName("plan", id),
      sql`INSERT INTO flex_plan (id, person_id, effective_month, package_code, tier_code,
                                 application_number, voucher_number, recorded_at)
          SELECT gen_random_uuid(), ${occasion.subject.id}::uuid, ${month}::date,
                 ${effect.packageCode}, ${effect.tierCode}, ${occasion.applicationNumber},
                 ${documentOf(occasion, effect.voucher)}, ${occasion.at}
           WHERE (SELECT count(*) FROM ${raw(retired)}) >= 0 RETURNING 1`,
    ),
  ];
};
