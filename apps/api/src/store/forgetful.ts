import type { Hall } from "../hall.ts";
import { isDatabaseAway, sql } from "./database.ts";
import { run } from "./run.ts";

/**
 * Throws where the database acknowledges what it has not yet written: in a crash it would lose
 * submissions that somebody was told had been taken in. A database that is away is asked for again
 * by the first request; nothing is acknowledged before.
 */
export async function refuseForgetfulDatabase({ db, log }: Pick<Hall, "db" | "log">) {
  try {
    const [row] = await run<{ setting: string }>(
      db,
      sql`SELECT current_setting('synchronous_commit') AS setting`,
    );
    if (row?.setting !== "off") return;
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    log.warn("the database is away: whether it forgets was not asked");
    return;
  }
  throw new Error(
    "synchronous_commit is off for this database: a crash would lose submissions that were acknowledged. Set it to on.",
  );
}
