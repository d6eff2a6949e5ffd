import { write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

export const accountClose: EffectWriter<"account.close"> = (effect, _occasion, id) => [
  write(
    partName("closed", id),
    sql`UPDATE housing_account SET status = 'closed', closed_on = ${effect.on.toString()}::date
         WHERE number = ${effect.accountNumber} RETURNING 1`,
  ),
];
