import { Gauge, type Registry } from "prom-client";
import { overdueCases } from "../backoffice/alarms.ts";
import type { Hall } from "../hall.ts";
import { sql } from "../store/database.ts";

const LOOK_EVERY_MS = 10_000;
/** It reads every entry of the ledger. */
const SUM_EVERY_MS = 300_000;

/**
 * How the house stands: outbox, late cases, ledger and audit chain. Each worker tells the same,
 * for all of it lies in the database: take the highest. Unknown after a failed look is told by
 * absence, and by `up` of whoever asks.
 */
export function houseMetrics(register: Registry, hall: Hall, lookEveryMs = LOOK_EVERY_MS): void {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [register] });
  const queued = gauge("hall_queue_jobs", "Jobs of the outbox by task and state", [
    "task",
    "state",
  ]);
  const oldest = gauge(
    "hall_outbox_age_seconds",
    "Age of the oldest message that no gateway has taken, and of the oldest paper not made",
    ["kind"],
  );
  const late = gauge("hall_cases_late", "Open cases past their due date, by business day");
  const sum = gauge(
    "hall_ledger_sum_fen",
    "Sum over all entries of the ledger; anything but 0 is wrong",
  );
  const unchained = gauge("hall_audit_unchained", "Audit events without a link in the chain");
  const chainAge = gauge(
    "hall_audit_chain_age_seconds",
    "Age of the oldest audit event without a link in the chain; 0 where all have one",
  );
  const looks = everyMs(lookEveryMs, async () => {
    const [jobs, ages, cases, chain] = await Promise.all([
      jobsOf(hall),
      agesOf(hall),
      hall.db.application.count({ where: overdueCases(hall.clock.now().toPlainDate()) }),
      chainOf(hall),
    ]);
    queued.reset();
    for (const { task, state, jobs: count } of jobs) queued.set({ task, state }, Number(count));
    for (const { kind, seconds } of ages) oldest.set({ kind }, seconds);
    late.set(cases);
    unchained.set(Number(chain.events));
    chainAge.set(chain.seconds);
  });
  const sums = everyMs(SUM_EVERY_MS, async () => sum.set(await ledgerSum(hall)));
  // Any metric's `collect` runs before the answer; one is enough for all.
  new Gauge({
    name: "hall_house_read",
    help: "1 where the last look at the database succeeded",
    registers: [register],
    async collect() {
      try {
        await looks();
        await sums();
        this.set(1);
      } catch {
        this.set(0);
      }
    },
  });
}

/** At most once in a while, however often it is asked for; a failed look is tried anew. */
function everyMs(pause: number, look: () => Promise<void>): () => Promise<void> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - lookedAt < pause) return;
    await look();
    lookedAt = performance.now();
  };
}

/** Failing: it was tried, and waits for its next try. Dead: no try is left. */
const jobsOf = ({ db }: Hall) =>
  db.$queryRaw<{ task: string; state: string; jobs: bigint }[]>(sql`
    SELECT task_identifier AS task,
           CASE WHEN locked_at IS NOT NULL THEN 'running'
                WHEN attempts >= max_attempts THEN 'dead'
                WHEN attempts > 0 THEN 'failing'
                WHEN run_at > now() THEN 'later' ELSE 'ready' END AS state,
           count(*) AS jobs
      FROM graphile_worker.jobs GROUP BY 1, 2`);

/** By the machine's clock, on which jobs run: a business clock that was set would tell years. */
const agesOf = ({ db }: Hall) =>
  db.$queryRaw<{ kind: string; seconds: number }[]>(sql`
    SELECT kind, coalesce(extract(epoch FROM now() - (
             SELECT min(created_at) FROM graphile_worker.jobs WHERE task_identifier = task)), 0)::float8
             AS seconds
      FROM (VALUES ('message', 'send-message'), ('paper', 'render-document')) AS kinds (kind, task)`);

async function chainOf({ db, clock }: Hall): Promise<{ events: bigint; seconds: number }> {
  const [row] = await db.$queryRaw<{ events: bigint; oldest: Date | null }[]>(sql`
    SELECT count(*) AS events, min(at) AS oldest FROM audit_event AS event
     WHERE id > (SELECT settled_id FROM audit_horizon)
       AND NOT EXISTS (SELECT FROM audit_link WHERE event_id = event.id)`);
  const oldest = row?.oldest;
  const seconds = oldest ? (clock.instant().getTime() - oldest.getTime()) / 1_000 : 0;
  return { events: row?.events ?? 0n, seconds: Math.max(0, seconds) };
}

async function ledgerSum({ db }: Hall): Promise<number> {
  const [row] = await db.$queryRaw<{ sum: bigint | null }[]>(
    sql`SELECT sum(amount_fen)::bigint AS sum FROM ledger_entry`,
  );
  return Number(row?.sum ?? 0n);
}
