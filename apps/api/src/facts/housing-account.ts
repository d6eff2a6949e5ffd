import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn, fenColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const row = z
  .object({
    number: z.string(),
    kind: z.enum(["general", "temporary"]),
    status: z.enum(["normal", "sealed", "closed"]),
    opened_on: dayColumn,
    sealed_on: dayColumn.nullable(),
    base_fen: fenColumn.nullable(),
    interest_up_to: dayColumn,
    balance_fen: fenColumn,
    frozen_by: z.string().nullable(),
    movements: z.array(z.object({ on: dayColumn, amount_fen: fenColumn })).nullable(),
  })
  .nullable();

/** The account that isn't closed, else the one closed last. Its ledger account bears its number. */
export const housingAccount: FactLoader<"housingAccount"> = {
  sql: ({ subjectId }) => sql`
    SELECT to_jsonb(h) || jsonb_build_object(
      'balance_fen', (SELECT balance_fen FROM ledger_account WHERE id = 'housing:' || h.number),
      'frozen_by', (SELECT application_number FROM account_hold
                     WHERE account_id = 'housing:' || h.number AND released_at IS NULL),
      'movements', (SELECT jsonb_agg(jsonb_build_object('on', p.business_day, 'amount_fen', e.amount_fen)
                                     ORDER BY e.sequence)
                      FROM ledger_entry e JOIN ledger_posting p ON p.id = e.posting_id
                     WHERE e.account_id = 'housing:' || h.number AND p.business_day >= h.interest_up_to))
      FROM housing_account h WHERE h.person_id = ${subjectId}::uuid
     ORDER BY h.closed_on DESC NULLS FIRST LIMIT 1`,
  read: (json) => {
    const account = row.parse(json);
    return (
      account && {
        number: account.number,
        kind: account.kind,
        status: account.status,
        openedOn: account.opened_on,
        sealedOn: account.sealed_on,
        baseFen: account.base_fen,
        balanceFen: account.balance_fen,
        interestUpTo: account.interest_up_to,
        movements: (account.movements ?? []).map(({ on, amount_fen }) => ({
          on,
          amountFen: amount_fen,
        })),
        frozenBy: account.frozen_by,
      }
    );
  },
};
