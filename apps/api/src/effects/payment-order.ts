import { write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { ledgerAccountId } from "./ledger-post.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/** Waits for finance; the account that it is paid to is the person's own, as registered. */
export const paymentOrder: EffectWriter<"payment.order"> = (effect, occasion, id) => [
  write(
    partName("order", id),
    sql`INSERT INTO payment_order (id, application_number, person_id, account_id, payee, bank,
                                   number_cipher, masked_number, holder_name, amount_fen, purpose,
                                   state, attempt, created_at)
        SELECT ${id}, ${occasion.applicationNumber}, p.id, ${ledgerAccountId(effect.from)},
               ${effect.payee}, a.bank, a.number_cipher, a.masked_number, p.name,
               ${effect.amountFen}::bigint, ${effect.purpose}, 'waiting', ${occasion.round + 1}::int,
               ${occasion.at}::timestamptz
          FROM person p JOIN payout_account a ON a.person_id = p.id AND a.kind = ${effect.payee}
         WHERE p.id = ${occasion.subject.id}::uuid RETURNING 1`,
  ),
];
