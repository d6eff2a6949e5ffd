import type { Day } from "@hall/domain/dates";
import type { EffectOf, LedgerAccountRef } from "@hall/domain/effects";
import { type Part, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { partName } from "./occasion.ts";

/** The account's id in the ledger. */
export const ledgerAccountId = (account: LedgerAccountRef): string =>
  account.kind === "control"
    ? `control:${account.code}`
    : `${account.kind}:${account.accountNumber}`;

/** A posting and its id, which is the effect's: it is made once (LDG-3). */
export interface Posting {
  readonly id: string;
  readonly effect: EffectOf<"ledger.post">;
}

/** When they are made and for which case; none for what the centre does of itself. */
export interface PostingMoment {
  readonly applicationNumber: string | null;
  readonly today: Day;
  readonly at: Date;
}

/**
 * All postings of a moment in one statement, in their order: interest is there before the
 * withdrawal takes it. The database checks that each balances.
 */
export function ledgerPosts(
  postings: readonly Posting[],
  { applicationNumber, today, at }: PostingMoment,
): readonly Part[] {
  const [first] = postings;
  if (!first) return [];
  const of = <T>(read: (posting: Posting) => T) => postings.map(read);
  const lines = postings.flatMap(({ id, effect }) =>
    effect.lines.map((line, index) => ({ id, no: index + 1, ...line })),
  );
  return [
    write(
      partName("postings", first.id),
      sql`INSERT INTO ledger_posting (id, memo, application_number, effect, business_day, posted_at)
          SELECT id, memo, ${applicationNumber}, effect, ${today.toString()}::date,
                 ${at}::timestamptz
            FROM unnest(${of(({ id }) => id)}::text[], ${of(({ effect }) => effect.memo)}::text[],
                        ${of(({ effect }) => effect.slot)}::text[])
                 AS postings (id, memo, effect) RETURNING 1`,
    ),
    write(
      partName("entries", first.id),
      sql`INSERT INTO ledger_entry (posting_id, line, account_id, amount_fen)
          SELECT posting_id, line, account, amount
            FROM unnest(${lines.map(({ id }) => id)}::text[], ${lines.map(({ no }) => no)}::int[],
                        ${lines.map(({ account }) => ledgerAccountId(account))}::text[],
                        ${lines.map(({ amountFen }) => amountFen)}::bigint[])
                 WITH ORDINALITY AS lines (posting_id, line, account, amount, n)
           ORDER BY n RETURNING 1`,
    ),
  ];
}
