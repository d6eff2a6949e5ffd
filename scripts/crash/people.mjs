import { createHash } from "node:crypto";

/** Tables that hold what is about a person, and what of a copied row must be another's. */
const TABLES = [
  ["subject", "id", (copy) => ({ id: copy.id })],
  [
    "person",
    "id",
    (copy) => ({ id: copy.id, personal_number: copy.name, identity_hash: copy.hash }),
  ],
  ["credential", "owner_id", (copy) => ({ owner_id: copy.id })],
  ["contribution", "person_id", (copy) => ({ person_id: copy.id })],
  ["flex_plan", "person_id", (copy) => ({ person_id: copy.id }), "id"],
  ["payout_account", "person_id", (copy) => ({ person_id: copy.id })],
  ["transfer_voucher", "person_id", (copy) => ({ person_id: copy.id }), "number"],
  ["housing_account", "person_id", (copy) => ({ person_id: copy.id, number: copy.account })],
];

/**
 * Copies a demo person as often as asked: the load needs many who may do the same, and a sealed
 * account can be emptied once. Copies have the original's password and their own numbers.
 *
 * @param {import("pg").Client} client
 * @param {{ original: string, prefix: string, count: number }} wanted `prefix` of the personal
 *   numbers of the copies, which are eight characters long
 * @returns {Promise<string[]>} their personal numbers
 */
export async function copyPeople(client, { original, prefix, count }) {
  const { rows } = await client.query(
    `SELECT p.id, h.number AS account FROM person p LEFT JOIN housing_account h ON h.person_id = p.id
      WHERE p.personal_number = $1`,
    [original],
  );
  const [model] = rows;
  if (!model) throw new Error(`${original} is not among the demo's people`);
  const names = Array.from(
    { length: count },
    (_, index) => prefix + String(index).padStart(8 - prefix.length, "0"),
  );
  for (const name of names) await copyPerson(client, model, copyOf(name));
  return names;
}

function copyOf(name) {
  const digest = createHash("sha256").update(name).digest("hex");
  const id = digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
  return { id, name, account: `8${name.slice(1)}9`, hash: `\\x${digest}` };
}

async function copyPerson(client, model, copy) {
  for (const [table, key, changes, newId] of TABLES) {
    const fresh = newId ? `|| jsonb_build_object('${newId}', gen_random_uuid())` : "";
    await client.query(
      `INSERT INTO ${table}
       SELECT (jsonb_populate_record(original, $2::jsonb ${fresh})).* FROM ${table} AS original
        WHERE original.${key} = $1`,
      [model.id, JSON.stringify(changes(copy))],
    );
  }
  if (model.account) await copyBalance(client, model.account, copy.account);
}

/** One posting of what the original has: how it came to be doesn't matter to the load. */
async function copyBalance(client, from, to) {
  const [source, target, posting] = [`housing:${from}`, `housing:${to}`, `seed:${to}`];
  await client.query("INSERT INTO ledger_account (id, kind) VALUES ($1, 'customer')", [target]);
  await client.query(
    `WITH posting AS (
       INSERT INTO ledger_posting (id, memo, effect, business_day, posted_at)
       SELECT $3, '缴存', 'seed', business_day, posted_at FROM ledger_posting
        WHERE id LIKE 'seed:%' ORDER BY business_day LIMIT 1)
     INSERT INTO ledger_entry (posting_id, line, account_id, amount_fen)
     SELECT $3, 1, $2, balance_fen FROM ledger_account WHERE id = $1
     UNION ALL
     SELECT $3, 2, 'control:contributions-received', -balance_fen FROM ledger_account WHERE id = $1`,
    [source, target, posting],
  );
}
