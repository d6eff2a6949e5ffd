import { write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/** A number that is there already breaks the key: the answer is judged anew, and refused. */
export const slipRecord: EffectWriter<"slip.record"> = (effect, occasion, id) => [
  write(
    partName("slip", id),
    sql`INSERT INTO bank_slip (number, application_number, amount_fen, paid_on, recorded_at)
        VALUES (${effect.number}, ${occasion.applicationNumber}, ${effect.amountFen}::bigint,
                ${effect.paidOn.toString()}::date, ${occasion.at}::timestamptz) RETURNING 1`,
  ),
];
