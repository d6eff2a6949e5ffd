import type { LedgerAccountRef } from "@hall/domain/effects";
import { write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/** The account's id in the ledger. */
export const ledgerAccountId = (account: LedgerAccountRef): string =>
  account.kind === "control"
    ? `control:${account.code}`
    : `${account.kind}:${account.accountNumber}`;

/** A posting is made once: its id is the effect's. The database checks that it balances. */
export const ledgerPost: EffectWriter<"ledger.post"> = (effect, occasion, id) => [
  write(
    partName("posting", id),
    sql`INSERT INTO ledger_posting (id, memo, application_number, effect, business_day, posted_at)
        VALUES (${id}, ${effect.memo}, ${occasion.applicationNumber}, ${effect.slot},
                ${occasion.today.toString()}::date, ${occasion.at}) RETURNING 1`,
  ),
  write(
    partName("entries", id),
    sql`INSERT INTO ledger_entry (posting_id, line, account_id, amount_fen)
        SELECT ${id}, line, account, amount
          FROM unnest(${effect.lines.map((_, index) => index + 1)}::int[],
                      ${effect.lines.map((line) => ledgerAccountId(line.account))}::text[],
                      ${effect.lines.map((line) => line.amountFen)}::bigint[])
               AS lines (line, account, amount) RETURNING 1`,
  ),
];
