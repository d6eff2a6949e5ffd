import type { Hall } from "../hall.ts";
import { type Database, sql } from "../store/database.ts";
import { type ChainedEvent, chainKey, FIRST_HASH, hashOfLink } from "./link.ts";

const BATCH = 1_000;
/** Any number that no other advisory lock of the hall has. */
const CHAIN_LOCK = 7_231_001;

/** A database inside a transaction. */
type Transaction = Parameters<Parameters<Database["$transaction"]>[0]>[0];

/**
 * Links every committed event that has no link yet, and answers how many. Events go in as they
 * become visible, which is the order of commit up to the pace of the job; numbers are taken before
 * commit, so a lower one can come later and then simply stands behind. One chainer at a time.
 */
export async function chainAudit(hall: Hall): Promise<number> {
  const key = chainKey(hall.config.secrets);
  let linked = 0;
  for (;;) {
    const count = await hall.db.$transaction((tx) => linkBatch(tx, key), { timeout: 30_000 });
    linked += count;
    if (count < BATCH) break;
  }
  if (linked > 0) {
    // The head in the log is a witness outside the database: see `verifyAudit`.
    const head = await hall.db.auditLink.findFirst({ orderBy: { position: "desc" } });
    const hash = head && Buffer.from(head.hash).toString("hex");
    hall.log.info(
      { auditHead: { position: String(head?.position), hash }, linked },
      "audit chained",
    );
  }
  return linked;
}

async function linkBatch(tx: Transaction, key: Buffer): Promise<number> {
  const [lock] = await tx.$queryRaw<{ held: boolean }[]>(
    sql`SELECT pg_try_advisory_xact_lock(${CHAIN_LOCK}::bigint) AS held`,
  );
  if (!lock?.held) return 0;
  const canSettle = await isSeenSettled(tx);
  const events = await unlinked(tx);
  await appendLinks(tx, key, events);
  // With nothing left below, what was seen at the last run is done with.
  if (events.length < BATCH) await moveHorizon(tx, canSettle);
  return events.length;
}

/**
 * Whether no event up to the horizon's `seen_id` can still appear: every transaction that ran when
 * that number was read has ended. A number is taken within a transaction, and each holds a lock on
 * its own virtual id from its beginning to its end, which is how `CREATE INDEX CONCURRENTLY` waits.
 */
async function isSeenSettled(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ settled: boolean }[]>(sql`
    SELECT NOT EXISTS (SELECT FROM pg_locks
                        WHERE locktype = 'virtualxid' AND virtualxid = ANY(horizon.running)) AS settled
      FROM audit_horizon AS horizon`);
  return row?.settled ?? false;
}

interface EventRow {
  readonly id: bigint;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly action: string;
  readonly subject_id: string | null;
  readonly reference: string | null;
  readonly detail: unknown;
  readonly address: string | null;
}

async function unlinked(tx: Transaction): Promise<readonly ChainedEvent[]> {
  const rows = await tx.$queryRaw<EventRow[]>(sql`
    SELECT id, at, actor_kind, actor_id, action, subject_id::text AS subject_id, reference, detail,
           address
      FROM audit_event AS event
     WHERE id > (SELECT settled_id FROM audit_horizon)
       AND NOT EXISTS (SELECT FROM audit_link WHERE event_id = event.id)
     ORDER BY id LIMIT ${BATCH}`);
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    action: row.action,
    subjectId: row.subject_id,
    reference: row.reference,
    detail: row.detail,
    address: row.address,
  }));
}

async function appendLinks(
  tx: Transaction,
  key: Buffer,
  events: readonly ChainedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const head = await tx.auditLink.findFirst({ orderBy: { position: "desc" } });
  let position = head?.position ?? 0n;
  let before: Uint8Array = head?.hash ?? FIRST_HASH;
  const links = events.map((event) => {
    position += 1n;
    const hash = hashOfLink(key, before, position, event);
    before = hash;
    return { position, eventId: event.id, hash };
  });
  await tx.auditLink.createMany({ data: links });
}

async function moveHorizon(tx: Transaction, canSettle: boolean): Promise<void> {
  if (!canSettle) return;
  const [sequence] = await tx.$queryRaw<{ last: bigint }[]>(
    sql`SELECT last_value - (NOT is_called)::int AS last FROM audit_event_id_seq`,
  );
  // The number first, then who is running: whoever took a number up to it is among them, or done.
  // Who works in another database can't have taken one.
  await tx.$executeRaw(sql`
    UPDATE audit_horizon SET settled_id = seen_id, seen_id = ${sequence?.last ?? 0n}::bigint,
           running = ARRAY(SELECT virtualxid FROM pg_locks
                            WHERE locktype = 'virtualxid' AND virtualxid IS NOT NULL
                              AND pid <> ALL (SELECT pid FROM pg_stat_activity
                                               WHERE datname <> current_database()
                                                  OR pid = pg_backend_pid()))`);
}
