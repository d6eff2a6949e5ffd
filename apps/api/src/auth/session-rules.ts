import { type Sql, sql } from "../store/database.ts";

/** SGN-5: idle so long, a session ends. */
export const IDLE_MINUTES = 30;
/** However busy, a session ends within a working day (ASVS 7.3.2). */
export const LONGEST_HOURS = 12;

export const idleSince = (now: Date) => new Date(now.getTime() - IDLE_MINUTES * 60_000);
export const begunSince = (now: Date) => new Date(now.getTime() - LONGEST_HOURS * 3_600_000);

/** Condition on a row of `session`. */
export const sessionIsOpen = (now: Date): Sql => sql`
  ended_at IS NULL AND last_used_at > ${idleSince(now)}::timestamptz
                   AND created_at > ${begunSince(now)}::timestamptz`;
