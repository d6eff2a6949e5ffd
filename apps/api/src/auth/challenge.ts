import { randomBytes, randomUUID } from "node:crypto";
import { challengeUnit } from "@hall/contracts/auth";
import { refuse } from "../http/refusal.ts";
import { route } from "../http/route.ts";
import type { Database } from "../store/database.ts";
import { sql } from "../store/database.ts";
import { countAttempt } from "./attempt-limits.ts";
import { addressKey, signInName } from "./sign-in-names.ts";

/** SGN-3. */
const LIVES_SECONDS = 120;
const A_MINUTE_FROM_ONE_ADDRESS = 60;

/**
 * A nonce to sign, for any code that is asked for: who isn't a unit learns nothing. It begins with
 * its purpose, so that a signature made here can never be shown elsewhere for something else.
 */
export const unitChallenge = route(challengeUnit, async ({ hall, body, address }) => {
  const now = hall.clock.system();
  const limit = {
    key: `challenge:${addressKey(address)}`,
    limit: A_MINUTE_FROM_ONE_ADDRESS,
    windowSeconds: 60,
    slides: false,
  };
  const { counted } = await countAttempt(hall.db, limit, randomUUID(), now);
  if (!counted) return refuse("too-many", undefined, { retryAfterSeconds: 60 });
  const challenge = await hall.db.certificateChallenge.create({
    data: {
      id: randomUUID(),
      unitCode: signInName("agent", body.unitCode),
      nonce: `hall-sign-in:${randomBytes(32).toString("base64url")}`,
      expiresAt: new Date(now.getTime() + LIVES_SECONDS * 1_000),
    },
  });
  const { id: challengeId, nonce, expiresAt } = challenge;
  return { challengeId, nonce, expiresAt };
});

/** Uses the challenge up, whatever comes of it; null when it was used, is too old or another's. */
export async function takeNonce(
  db: Database,
  challengeId: string,
  unitCode: string,
  now: Date,
): Promise<string | null> {
  const rows = await db.$queryRaw<{ nonce: string }[]>(sql`
    UPDATE certificate_challenge SET used_at = ${now}::timestamptz
     WHERE id = ${challengeId}::uuid AND unit_code = ${unitCode} AND used_at IS NULL
       AND expires_at > ${now}::timestamptz
    RETURNING nonce`);
  return rows[0]?.nonce ?? null;
}
