import type { Day } from "@hall/domain/dates";
import { type Part, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

export const interestMark: EffectWriter<"interest.mark"> = (effect, _occasion, id) => [
  interestUpTo(partName("interest", id), effect.accountNumber, effect.upTo),
];

/** The day from which on interest is owed next, as a part of a write. */
export const interestUpTo = (name: string, accountNumber: string, upTo: Day): Part =>
  write(
    name,
    sql`UPDATE housing_account SET interest_up_to = ${upTo.toString()}::date
         WHERE number = ${accountNumber} RETURNING 1`,
  );
