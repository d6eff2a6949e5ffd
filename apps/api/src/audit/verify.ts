import type { Hall } from "../hall.ts";
import { sql } from "../store/database.ts";
import { chainKey, FIRST_HASH, hashOfLink } from "./link.ts";

const BATCH = 2_000;

export interface AuditHead {
  readonly position: bigint;
  /** Lower-case hex. */
  readonly hash: string;
}

export type AuditVerdict =
  | {
      readonly outcome: "whole";
      readonly head: AuditHead;
      /** Events that the chainer hasn't reached yet: only the last minute's are to be expected. */
      readonly unlinked: number;
    }
  | {
      readonly outcome: "broken";
      /** The first link that doesn't hold. */
      readonly position: bigint;
      readonly reason: "link missing" | "event missing" | "event or link changed" | "cut off";
    };

/**
 * Goes through the whole chain. It shows every change, removal and insertion before its head; that
 * the end was cut off shows only against a head noted elsewhere, such as in the worker's log: pass
 * one as `witness`. With `after` the links up to that position are taken for good.
 */
export async function verifyAudit(
  hall: Hall,
  witness?: AuditHead,
  after = 0n,
): Promise<AuditVerdict> {
  const key = chainKey(hall.config.secrets);
  const start =
    after > 0n ? await hall.db.auditLink.findUnique({ where: { position: after } }) : null;
  if (after > 0n && !start) return broken(after, "link missing");
  let position = after;
  let before: Uint8Array = start?.hash ?? FIRST_HASH;
  let isWitnessed = witness === undefined;
  for (;;) {
    const links = await linksAfter(hall, position);
    for (const link of links) {
      position += 1n;
      if (link.position !== position) return broken(position, "link missing");
      const event = link.event;
      if (!event) return broken(position, "event missing");
      const hash = hashOfLink(key, before, position, event);
      if (!Buffer.from(hash).equals(link.hash)) return broken(position, "event or link changed");
      before = hash;
      const isNoted = witness?.position === position && hex(hash) === witness.hash;
      isWitnessed ||= isNoted;
    }
    if (links.length < BATCH) break;
  }
  if (witness && !isWitnessed) return broken(witness.position, "cut off");
  const unlinked = await countUnlinked(hall);
  return { outcome: "whole", head: { position, hash: hex(before) }, unlinked };
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

type Broken = Extract<AuditVerdict, { outcome: "broken" }>;
const broken = (position: bigint, reason: Broken["reason"]): Broken => ({
  outcome: "broken",
  position,
  reason,
});

async function linksAfter({ db }: Hall, position: bigint) {
  const links = await db.auditLink.findMany({
    where: { position: { gt: position } },
    orderBy: { position: "asc" },
    take: BATCH,
  });
  const events = await db.auditEvent.findMany({
    where: { id: { in: links.map((link) => link.eventId) } },
  });
  const byId = new Map(events.map((event) => [event.id, event]));
  return links.map((link) => ({ ...link, event: byId.get(link.eventId) }));
}

async function countUnlinked({ db }: Hall): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>(sql`
    SELECT count(*) AS count FROM audit_event AS event
     WHERE NOT EXISTS (SELECT FROM audit_link WHERE event_id = event.id)`);
  return Number(row?.count ?? 0);
}
