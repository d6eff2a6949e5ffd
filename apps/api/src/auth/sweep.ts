import type { Hall } from "../hall.ts";
import { sql } from "../store/database.ts";
import { begunSince, idleSince } from "./session-rules.ts";
import { endSessions } from "./sessions.ts";

/** Sign-ins are listed for half a year; codes and challenges are of no use after minutes. */
const SESSION_DAYS = 180;
const CODE_DAYS = 7;
const DAY_MS = 86_400_000;

/** Ends idle sessions, and drops what has run out. A job; running it twice changes nothing. */
export async function sweepAuth(hall: Hall): Promise<void> {
  const now = hall.clock.system();
  const idle = sql`(last_used_at <= ${idleSince(now)}::timestamptz
                    OR created_at <= ${begunSince(now)}::timestamptz)`;
  await endSessions(hall, idle, "idle", { actor: "system", address: null });
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const { db } = hall;
  await db.$executeRaw(sql`DELETE FROM attempt_limit WHERE until <= ${now}::timestamptz`);
  await db.certificateChallenge.deleteMany({ where: { expiresAt: { lt: daysAgo(1) } } });
  await db.oneTimeCode.deleteMany({ where: { expiresAt: { lt: daysAgo(CODE_DAYS) } } });
  await db.session.deleteMany({ where: { endedAt: { lt: daysAgo(SESSION_DAYS) } } });
}
