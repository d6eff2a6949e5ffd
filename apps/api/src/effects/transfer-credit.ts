import { exactly, write } from "../store/commit.ts";
import { raw, sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/** What came for the case is posted, once; the account elsewhere, where it is known, is moved. */
export const transferCredit: EffectWriter<"transfer.credit"> = (effect, occasion, id) => {
  const credited = partName("credited", id);
  return [
    write(
      credited,
      sql`UPDATE housing_transfer_in SET posted_on = ${effect.on.toString()}::date
           WHERE application_number = ${occasion.applicationNumber} AND posted_on IS NULL
          RETURNING centre, account_number`,
    ),
    exactly(credited, 1),
    write(
      partName("moved", id),
      sql`UPDATE housing_fund_elsewhere h SET transferred_on = ${effect.on.toString()}::date
            FROM ${raw(credited)} c
           WHERE h.centre = c.centre AND h.account_number = c.account_number
             AND h.person_id = ${occasion.subject.id}::uuid RETURNING 1`,
    ),
  ];
};
