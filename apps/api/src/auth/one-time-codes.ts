import { randomInt, randomUUID } from "node:crypto";
import type { Hall } from "../hall.ts";
import { type Part, write } from "../store/commit.ts";
import { type Sql, sql } from "../store/database.ts";
import type { AttemptLimit } from "./attempt-limits.ts";

/** SGN-6. */
const DIGITS = 6;
const LIVES_MINUTES = 5;
const TRIES = 5;
const A_DAY = 10;
/** Against flooding many people's phones from one place; a school's office stays below it. */
const AN_HOUR_FROM_ONE_ADDRESS = 30;

type Purpose = "password-reset";

/** What asking for a code counts against, whether or not the number is anybody's. */
export const codeLimits = (account: string, address: string): readonly AttemptLimit[] => [
  {
    key: `code-hour:${address}`,
    limit: AN_HOUR_FROM_ONE_ADDRESS,
    windowSeconds: 3_600,
    slides: false,
  },
  { key: `code-minute:${account}`, limit: 1, windowSeconds: 60, slides: false },
  { key: `code-day:${account}`, limit: A_DAY, windowSeconds: 86_400, slides: false },
];

export interface NewCode {
  readonly id: string;
  readonly code: string;
}

export const newCode = (): NewCode => ({
  id: randomUUID(),
  code: String(randomInt(10 ** DIGITS)).padStart(DIGITS, "0"),
});

/** Six digits are guessed at once from a plain hash; this one needs the server's key too. */
const hashOfCode = (hall: Hall, purpose: Purpose, account: string, code: string): string =>
  Buffer.from(hall.cipher.lookup(`${purpose}:${account}:${code}`)).toString("hex");

/** Keeps the code of a person with a mobile; `personId` null keeps nothing in the same statement. */
export function codePart(
  hall: Hall,
  personId: string | null,
  purpose: Purpose,
  account: string,
  { id, code }: NewCode,
): Part {
  const now = hall.clock.system();
  const expiresAt = new Date(now.getTime() + LIVES_MINUTES * 60_000);
  return write(
    "code",
    sql`INSERT INTO one_time_code (id, owner_id, purpose, code_hash, created_at, expires_at)
        SELECT ${id}::uuid, id, ${purpose}, ${hashOfCode(hall, purpose, account, code)},
               ${now}::timestamptz, ${expiresAt}::timestamptz
          FROM person WHERE id = ${personId}::uuid AND mobile_cipher IS NOT NULL RETURNING 1`,
  );
}

/** Whether it is the newest code of its owner; each try counts, right or wrong. Null when not. */
export async function tryCode(
  hall: Hall,
  personId: string | null,
  purpose: Purpose,
  account: string,
  code: string,
): Promise<string | null> {
  const now = hall.clock.system();
  const rows = await hall.db.$queryRaw<{ id: string; fits: boolean }[]>(sql`
    UPDATE one_time_code SET tries = tries + 1
     WHERE id = (SELECT id FROM one_time_code
                  WHERE owner_id = ${personId}::uuid AND purpose = ${purpose}
                  ORDER BY created_at DESC LIMIT 1)
       AND used_at IS NULL AND tries < ${TRIES} AND expires_at > ${now}::timestamptz
    RETURNING id, code_hash = ${hashOfCode(hall, purpose, account, code)} AS fits`);
  return rows[0]?.fits ? rows[0].id : null;
}

/** Changes exactly one row, unless the code was used meanwhile. */
export const codeUsed = (codeId: string, now: Date): Sql => sql`
  UPDATE one_time_code SET used_at = ${now}::timestamptz
   WHERE id = ${codeId}::uuid AND used_at IS NULL RETURNING 1`;
