import { timingSafeEqual } from "node:crypto";
import { auditEachPart } from "../audit/audit.ts";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { type Sql, sql } from "../store/database.ts";
import type { SessionOwner } from "./account.ts";
import { hashOfSecret, type RefreshToken } from "./refresh-token.ts";
import { begunSince, idleSince, sessionIsOpen } from "./session-rules.ts";
import type { OwnerKind } from "./sign-in-names.ts";

/**
 * A token that was just replaced still answers for so long. Two tabs wake up together and send the
 * same cookie; a phone loses the answer and asks again. Both get the same successor. A thief who is
 * that quick gets it as well, but the next turn of either of the two ends the family.
 */
const GRACE_MS = 10_000;

export interface NewSession extends SessionOwner {
  readonly unitId: string | null;
  readonly secret: string;
  readonly address: string;
  readonly device: string;
}

export const sessionInsert = (session: NewSession, now: Date): Sql => sql`
  INSERT INTO session (id, owner_id, owner_kind, unit_id, method, refresh_hash, rotated_at, address,
                       device, created_at, last_used_at)
  VALUES (${session.id}::uuid, ${session.ownerId}::uuid, ${session.ownerKind},
          ${session.unitId}::uuid, ${session.method}, ${hashOfSecret(session.secret)},
          ${now}::timestamptz, ${session.address}, ${session.device}, ${now}::timestamptz,
          ${now}::timestamptz)
  RETURNING 1`;

export interface Rotated {
  readonly owner: SessionOwner;
  readonly token: RefreshToken;
}

/** Trades a refresh token for its successor; null when it counts for nothing (any more). */
export async function rotate(
  hall: Hall,
  kinds: readonly OwnerKind[],
  token: RefreshToken,
  address: string,
): Promise<Rotated | null> {
  const now = hall.clock.system();
  const held = hashOfSecret(token.secret);
  const next = { ...token, secret: hall.gate.successor(token.secret) };
  const rows = await hall.db.$queryRaw<OwnerRow[]>(sql`
    UPDATE session SET previous_hash = refresh_hash, refresh_hash = ${hashOfSecret(next.secret)},
                       rotated_at = ${now}::timestamptz, last_used_at = ${now}::timestamptz
     WHERE id = ${token.sessionId}::uuid AND refresh_hash = ${held}
       AND owner_kind = ANY(${kinds}) AND ${sessionIsOpen(now)}
    RETURNING id, owner_id, owner_kind, method`);
  const [rotated] = rows;
  if (rotated) return { owner: ownerOf(rotated), token: next };
  return (await isJustReplaced(hall, token, held, now, address)) ? retell(hall, kinds, next) : null;
}

interface OwnerRow {
  readonly id: string;
  readonly owner_id: string;
  readonly owner_kind: OwnerKind;
  readonly method: string;
}

const ownerOf = (row: OwnerRow): SessionOwner => ({
  id: row.id,
  ownerId: row.owner_id,
  ownerKind: row.owner_kind,
  method: row.method,
});

/** Whether the token is the one before, seconds ago; any other reuse ends the family (SGN-5). */
async function isJustReplaced(
  hall: Hall,
  token: RefreshToken,
  held: Uint8Array,
  now: Date,
  address: string,
): Promise<boolean> {
  const session = await hall.db.session.findUnique({ where: { id: token.sessionId } });
  const isOver =
    !session ||
    session.endedAt !== null ||
    session.lastUsedAt <= idleSince(now) ||
    session.createdAt <= begunSince(now);
  if (isOver) return false;
  // The current one, sent to the other side's endpoint: nothing was reused.
  if (timingSafeEqual(session.refreshHash, held)) return false;
  const isPrevious = session.previousHash !== null && timingSafeEqual(session.previousHash, held);
  if (isPrevious && now.getTime() - session.rotatedAt.getTime() <= GRACE_MS) return true;
  const { id } = session;
  await endSessions(hall, sql`id = ${id}::uuid`, "reused", {
    actor: null,
    address,
  });
  return false;
}

async function retell(
  hall: Hall,
  kinds: readonly OwnerKind[],
  token: RefreshToken,
): Promise<Rotated | null> {
  const rows = await hall.db.$queryRaw<OwnerRow[]>(sql`
    SELECT id, owner_id, owner_kind, method FROM session
     WHERE id = ${token.sessionId}::uuid AND owner_kind = ANY(${kinds}) AND ended_at IS NULL`);
  return rows[0] ? { owner: ownerOf(rows[0]), token } : null;
}

export type EndReason =
  | "signed-out"
  | "ended-by-owner"
  | "ended-by-counter"
  | "password-changed"
  | "reused"
  | "idle"
  | "locked"
  | "roles-changed"
  | "credentials-issued";

interface Ending {
  readonly actor: Actor | "system" | null;
  readonly address: string | null;
}

/** Ends what matches and is open, each with its audit row, and answers the ids. */
export async function endSessions(
  hall: Hall,
  where: Sql,
  reason: EndReason,
  ending: Ending,
): Promise<readonly string[]> {
  const { ended, logged } = endedParts(hall, where, reason, ending);
  const rows = await hall.db.$queryRaw<{ id: string }[]>(sql`
    WITH ended AS (${ended}), logged AS (${logged}) SELECT id FROM ended`);
  if (rows.length > 0) hall.gate.recheck();
  return rows.map(({ id }) => id);
}

/** The same as parts of a larger write; the first must be named `ended` there. */
export function endedParts(hall: Hall, where: Sql, reason: EndReason, ending: Ending) {
  const ended = sql`
    UPDATE session SET ended_at = ${hall.clock.system()}::timestamptz, end_reason = ${reason}
     WHERE ${where} AND ended_at IS NULL RETURNING id, owner_id`;
  const logged = auditEachPart(
    {
      actor: ending.actor,
      address: ending.address,
      action: reason === "reused" ? "session.token-reused" : "session.end",
      detail: { reason },
      at: hall.clock.instant(),
    },
    { reference: sql`ended.id::text`, subjectId: sql`ended.owner_id`, from: sql`ended` },
  );
  return { ended, logged };
}
