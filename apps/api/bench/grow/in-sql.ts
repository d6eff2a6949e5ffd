import type pg from "pg";
import { copyRows } from "./copy.ts";
import { grownPeople } from "./person.ts";
import { accountOf, BASE_FEN, type Soil } from "./tables.ts";

/** Postings of one transaction: their checks wait in memory until it ends. */
const POSTINGS = 10_000;
const RECEIVED = "control:contributions-received";
const OPENING_FEN = 3_600_000;

/** What each housing account opened with: posted as always, and checked as always (LDG-1). */
export async function ledgerOf(client: pg.Client, { seed }: Soil, count: number): Promise<void> {
  const holders = [...indexesOf(seed, count)];
  for (let from = 0; from < holders.length; from += POSTINGS) {
    const slice = holders.slice(from, from + POSTINGS).map(accountOf);
    await client.query("BEGIN");
    await copyRows(
      client,
      "ledger_posting",
      ["id", "memo", "effect", "business_day", "posted_at"],
      slice.map((account) => [
        ...[`grown:${account}`, "缴存", "grown", "2025-06-30", "2025-06-30 10:00:00+08"],
      ]),
    );
    await copyRows(
      client,
      "ledger_entry",
      ["posting_id", "line", "account_id", "amount_fen"],
      slice.flatMap((account) => [
        [`grown:${account}`, 1, `housing:${account}`, OPENING_FEN],
        [`grown:${account}`, 2, RECEIVED, -OPENING_FEN],
      ]),
    );
    await client.query("COMMIT");
  }
}

function* indexesOf(seed: number, count: number): Generator<number> {
  for (const { index, hasAccount } of grownPeople(seed, 1, count)) if (hasAccount) yield index;
}

const LONGEST_MONTHS = 240;

/**
 * Contributions come month by month for everybody, as they do in life: a person's own lie far
 * apart in the table.
 */
export async function contributionsOf(
  client: pg.Client,
  { seed }: Soil,
  count: number,
): Promise<void> {
  await client.query("CREATE TEMP TABLE grown (id uuid, flexible boolean, months int)");
  await copyRows(client, "grown", ["id", "flexible", "months"], rowsOf(seed, count));
  await client.query("CREATE INDEX ON grown (months)");
  await client.query("ANALYZE grown");
  for (let ago = LONGEST_MONTHS; ago >= 1; ago -= 1) {
    await client.query(`
      INSERT INTO contribution (person_id, month, insurance, base_fen, personal_fen, unit_fen, payer)
      SELECT id, (DATE '2026-03-01' - make_interval(months => ${ago}))::date, 'pension', ${BASE_FEN},
             CASE WHEN flexible THEN 104000 ELSE 41600 END,
             CASE WHEN flexible THEN 0 ELSE 83200 END,
             CASE WHEN flexible THEN '个人' ELSE '样例企业' END
        FROM grown WHERE months >= ${ago} ORDER BY id`);
  }
  await client.query("DROP TABLE grown");
}

function* rowsOf(seed: number, count: number) {
  for (const { id, isFlexible, months } of grownPeople(seed, 1, count)) {
    yield [id, isFlexible, months] as const;
  }
}

/** Two years of instalments for each grown loan. */
export async function repaymentsOf(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO loan_repayment (loan_number, no, due_on, paid_on, principal_fen, interest_fen)
    SELECT number, no, (first_due_on + make_interval(months => no - 1))::date,
           (first_due_on + make_interval(months => no - 1))::date, 250000, 130000
      FROM loan, generate_series(1, 24) AS no WHERE number LIKE 'GD1_______'`);
}
