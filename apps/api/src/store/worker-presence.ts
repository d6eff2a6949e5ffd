import pg from "pg";

const EVERY_MS = 5_000;
/** A machine that vanished without a word is missed after half a minute. */
const KEEPALIVE =
  "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4";

export interface WorkerPresence {
  readonly stop: () => Promise<void>;
}

/**
 * Gives the jobs of a worker that was killed to those that live. graphile-worker frees them after
 * four hours; a message or a paper can't wait so long. A worker shows that it lives by a
 * connection that bears its pool's name: the kernel closes it however the process ends. One that
 * is missed twice in a row is gone. Should it have been cut off only, a job runs twice, which is
 * harmless for each of them.
 *
 * @param poolId the name under which graphile-worker locks this process's jobs
 * @param told   gets how many pools were found gone, and what went wrong
 */
export function showPresence(
  url: string,
  poolId: string,
  told: { readonly freed: (pools: number) => void; readonly failed: (error: unknown) => void },
): WorkerPresence {
  let client: pg.Client | null = null;
  let missedBefore = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const connection = async (): Promise<pg.Client> => {
    if (client) return client;
    const opened = new pg.Client({
      connectionString: url,
      application_name: poolId,
      connectionTimeoutMillis: EVERY_MS,
      query_timeout: EVERY_MS,
      options: KEEPALIVE,
    });
    opened.on("error", () => {
      client = null;
    });
    await opened.connect();
    client = opened;
    return opened;
  };
  const look = async () => {
    const at = await connection();
    const { rows } = await at.query<{ pool: string }>(MISSED);
    const missed = rows.map((row) => row.pool);
    const gone = missed.filter((pool) => missedBefore.has(pool));
    missedBefore = new Set(missed);
    if (gone.length === 0) return;
    await at.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [gone]);
    told.freed(gone.length);
  };
  const run = async () => {
    try {
      await look();
    } catch (error) {
      const broken = client;
      client = null;
      missedBefore = new Set();
      broken?.end().catch(() => {});
      told.failed(error);
    }
    if (!isStopped) timer = setTimeout(next, EVERY_MS);
  };
  let running = Promise.resolve();
  const next = () => {
    running = run();
  };
  next();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
      await client?.end();
    },
  };
}

const MISSED = `
  SELECT DISTINCT locked_by AS pool FROM graphile_worker.jobs
   WHERE locked_by IS NOT NULL
     AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = locked_by)`;
