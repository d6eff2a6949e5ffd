import { write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

export const transferReceive: EffectWriter<"transfer.receive"> = (effect, occasion, id) => [
  write(
    partName("received", id),
    sql`INSERT INTO housing_transfer_in (application_number, person_id, centre, account_number,
                                         amount_fen, months, received_on)
        VALUES (${occasion.applicationNumber}, ${occasion.subject.id}::uuid, ${effect.centre},
                ${effect.accountNumber}, ${effect.amountFen}::bigint, ${effect.months}::int,
                ${effect.receivedOn.toString()}::date) RETURNING 1`,
  ),
];
