/**
 * What the load left behind, compared with what its clients were told. Each answers the list of
 * what is wrong, empty where all is well.
 */

/** Submissions that were acknowledged and aren't there. */
export async function lostSubmissions(db, acknowledged) {
  const { rows } = await db.query("SELECT number FROM application WHERE number = ANY($1)", [
    acknowledged.map(({ number }) => number),
  ]);
  const there = new Set(rows.map(({ number }) => number));
  return acknowledged.filter(({ number }) => !there.has(number)).map(({ number }) => number);
}

/** Applications of these people that no client was told of: a retry made two. */
export async function doubledSubmissions(db, acknowledged, people) {
  const { rows } = await db.query(
    `SELECT a.number FROM application a JOIN person p ON p.id = a.subject_id
      WHERE p.personal_number = ANY ($1) AND a.number <> ALL ($2)`,
    [people, acknowledged.map(({ number }) => number)],
  );
  return rows.map(({ number }) => number);
}

/**
 * Approved withdrawals that were not posted exactly once: the account is empty, what left it is
 * what is ordered to be paid, in one order, and all of it bears the case's number.
 */
export async function oddPostings(db, approved) {
  const { rows } = await db.query(
    `SELECT a.number, a.state, h.balance_fen::text AS left_over,
            (SELECT coalesce(-sum(e.amount_fen), 0)::text FROM ledger_entry e
               JOIN ledger_posting p ON p.id = e.posting_id
              WHERE p.application_number = a.number AND e.account_id = h.id
                AND e.amount_fen < 0) AS posted,
            (SELECT coalesce(sum(o.amount_fen), 0)::text FROM payment_order o
              WHERE o.application_number = a.number) AS ordered,
            (SELECT count(*)::int FROM ledger_posting p
              WHERE p.application_number = a.number) AS postings,
            (SELECT count(*)::int FROM payment_order o
              WHERE o.application_number = a.number) AS orders
       FROM application a
       JOIN housing_account account ON account.person_id = a.subject_id
       JOIN ledger_account h ON h.id = 'housing:' || account.number
      WHERE a.number = ANY ($1)`,
    [approved.map(({ number }) => number)],
  );
  const isWell = (row) =>
    row.state === "approved" &&
    row.left_over === "0" &&
    row.posted !== "0" &&
    row.posted === row.ordered &&
    row.orders === 1 &&
    row.postings === POSTINGS_OF_A_WITHDRAWAL;
  const odd = rows.filter((row) => !isWell(row)).map((row) => JSON.stringify(row));
  return rows.length === approved.length ? odd : [...odd, `${rows.length} of ${approved.length}`];
}

/** Interest up to the day, then the balance with it. */
const POSTINGS_OF_A_WITHDRAWAL = 2;

/** The sum over all entries in fen, and what doesn't fit in itself. */
export async function ledgerFaults(db) {
  const { rows } = await db.query(
    `SELECT 'sum ' || sum(amount_fen) AS fault FROM ledger_entry HAVING sum(amount_fen) <> 0
      UNION ALL
     SELECT 'posting ' || posting_id FROM ledger_entry GROUP BY posting_id HAVING sum(amount_fen) <> 0
      UNION ALL
     SELECT 'posting without entries ' || id FROM ledger_posting p
      WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.posting_id = p.id)
      UNION ALL
     SELECT 'balance ' || a.id FROM ledger_account a LEFT JOIN ledger_entry e ON e.account_id = a.id
      WHERE a.kind = 'customer'
      GROUP BY a.id HAVING a.balance_fen <> coalesce(sum(e.amount_fen), 0) OR a.balance_fen < 0`,
  );
  return rows.map(({ fault }) => fault);
}

/** Of cases with evidence, those that don't have so many files that they were sent with. */
export async function lostEvidence(db, acknowledged, filesOfEach) {
  const { rows } = await db.query(
    `SELECT number FROM unnest($1::text[]) AS a (number)
      WHERE (SELECT count(*) FROM evidence_file f WHERE f.application_number = a.number) <> $2`,
    [acknowledged.map(({ number }) => number), filesOfEach],
  );
  return rows.map(({ number }) => number);
}

/** What is still to be done: messages that no gateway has, papers without bytes. */
export async function waiting(db) {
  const { rows } = await db.query(
    `SELECT 'message' AS kind, count(*)::int AS count FROM message WHERE state = 'queued'
      UNION ALL SELECT 'paper', count(*)::int FROM document WHERE sha256 IS NULL`,
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

/** Papers (of what was decided) that are missing or whose bytes are not those that were hashed. */
export async function oddPapers(db, acknowledged) {
  const { rows } = await db.query(
    `SELECT a.number FROM unnest($1::text[]) AS a (number)
      WHERE NOT EXISTS (SELECT FROM document d WHERE d.application_number = a.number)
         OR EXISTS (SELECT FROM document d WHERE d.application_number = a.number
                       AND (d.bytes IS NULL OR encode(sha256(d.bytes), 'hex') IS DISTINCT FROM d.sha256))`,
    [acknowledged.map(({ number }) => number)],
  );
  return rows.map(({ number }) => number);
}

/**
 * Messages that didn't go out exactly once. The receiver counts by id; that two ids don't tell the
 * same person the same is looked at as well, for then the hall itself made two.
 */
export async function oddMessages(db, taken) {
  const { rows } = await db.query("SELECT id, state FROM message WHERE channel = 'sms'");
  const faults = rows
    .filter(({ id, state }) => state !== "sent" || !taken.has(id))
    .map(({ id, state }) => `${id} is ${state} and ${taken.has(id) ? "was" : "wasn't"} received`);
  const known = new Set(rows.map(({ id }) => id));
  const told = new Map();
  for (const [id, { mobile, content }] of taken) {
    if (!known.has(id)) faults.push(`${id} was received and is in no outbox`);
    const same = told.get(`${mobile} ${content}`);
    if (same) faults.push(`${id} and ${same} say the same to the same`);
    told.set(`${mobile} ${content}`, id);
  }
  return faults;
}

/** Submissions without a message in the inbox. */
export async function untold(db, acknowledged) {
  const { rows } = await db.query(
    `SELECT number FROM unnest($1::text[]) AS a (number)
      WHERE NOT EXISTS (SELECT FROM message m
                         WHERE m.application_number = a.number AND m.channel = 'inbox')`,
    [acknowledged.map(({ number }) => number)],
  );
  return rows.map(({ number }) => number);
}
