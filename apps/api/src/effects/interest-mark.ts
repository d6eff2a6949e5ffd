import { write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

export const interestMark: EffectWriter<"interest.mark"> = (effect, _occasion, id) => [
  write(
    partName("interest", id),
    sql`UPDATE housing_account SET interest_up_to = ${effect.upTo.toString()}::date
         WHERE number = ${effect.accountNumber} RETURNING 1`,
  ),
];
