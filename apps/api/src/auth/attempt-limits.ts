import type { Database, Sql } from "../store/database.ts";
import { sql } from "../store/database.ts";

/** At most `limit` distinct marks under a key, until the window has passed. */
export interface AttemptLimit {
  readonly key: string;
  readonly limit: number;
  readonly windowSeconds: number;
  /** The window begins anew with each mark, and not only with the first. */
  readonly slides: boolean;
}

export interface Counted {
  /** False where the key was full already. */
  readonly counted: boolean;
  /** Marks under the key now. */
  readonly marks: number;
  readonly until: Date;
}

/**
 * Adds a mark in one statement, so that a thousand attempts at once count as a thousand. A full
 * key stays as it is: trying on doesn't lengthen the wait.
 */
export async function countAttempt(
  db: Database,
  limit: AttemptLimit,
  mark: string,
  now: Date,
): Promise<Counted> {
  const rows = await db.$queryRaw<Counted[]>(markPart(limit, mark, now));
  const [row] = rows;
  if (!row) throw new Error("an upsert returned no row");
  return row;
}

/** The same as a part of a larger write. */
export function markPart(limit: AttemptLimit, mark: string, now: Date): Sql {
  const until = new Date(now.getTime() + limit.windowSeconds * 1_000);
  return sql`
    INSERT INTO attempt_limit AS held (key, marks, until)
    VALUES (${limit.key}, ARRAY[${mark}::text], ${until}::timestamptz)
    ON CONFLICT (key) DO UPDATE SET
      marks = CASE WHEN held.until <= ${now}::timestamptz THEN excluded.marks
                   WHEN excluded.marks <@ held.marks OR cardinality(held.marks) >= ${limit.limit}
                   THEN held.marks
                   ELSE held.marks || excluded.marks END,
      until = CASE WHEN held.until <= ${now}::timestamptz THEN excluded.until
                   WHEN ${limit.slides} AND cardinality(held.marks) < ${limit.limit}
                   THEN excluded.until
                   ELSE held.until END
    RETURNING ${mark} = ANY(marks) AS counted, cardinality(marks) AS marks, until`;
}

/** Until when a key is full; null when it isn't. */
export async function fullUntil(
  db: Database,
  { key, limit }: AttemptLimit,
  now: Date,
): Promise<Date | null> {
  const rows = await db.$queryRaw<{ until: Date }[]>(sql`
    SELECT until FROM attempt_limit
     WHERE key = ${key} AND until > ${now}::timestamptz AND cardinality(marks) >= ${limit}`);
  return rows[0]?.until ?? null;
}

/** Forgets all marks of a key. */
export const clearedPart = (key: string): Sql =>
  sql`DELETE FROM attempt_limit WHERE key = ${key} RETURNING 1`;

/** Takes one mark off a key; a key that was full is open again. */
export const unmarkedPart = (key: string, mark: string): Sql => sql`
  UPDATE attempt_limit SET marks = array_remove(marks, ${mark}) WHERE key = ${key} RETURNING 1`;
