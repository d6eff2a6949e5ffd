import type { Clock } from "../clock.ts";
import type { Database } from "../store/database.ts";
import { sql } from "../store/database.ts";
import { run } from "../store/run.ts";
import { sessionIsOpen } from "./session-rules.ts";

/** Between two looks at the same session: what an ended one can at most go on in another process. */
const LOOK_EVERY_MS = 30_000;
const MOST_HELD = 50_000;

/** Knows which sessions are open, at the price of one statement per session and half a minute. */
export interface SessionWatch {
  /** True while it is; a look also notes that it is in use, which puts off its idle end. */
  readonly isOpen: (sessionId: string) => Promise<boolean>;
  readonly recheck: () => void;
}

export function sessionWatch(db: Database, clock: Clock): SessionWatch {
  const lookedAt = new Map<string, number>();
  return {
    async isOpen(sessionId) {
      const now = clock.system();
      const before = lookedAt.get(sessionId);
      // A machine's clock that stepped back must not lengthen the trust in an old look.
      if (before !== undefined && Math.abs(now.getTime() - before) < LOOK_EVERY_MS) return true;
      const open = await run(
        db,
        sql`UPDATE session SET last_used_at = ${now}::timestamptz
             WHERE id = ${sessionId}::uuid AND ${sessionIsOpen(now)} RETURNING 1`,
      );
      lookedAt.delete(sessionId);
      if (lookedAt.size >= MOST_HELD) lookedAt.clear();
      if (open.length > 0) lookedAt.set(sessionId, now.getTime());
      return open.length > 0;
    },
    recheck: () => lookedAt.clear(),
  };
}
