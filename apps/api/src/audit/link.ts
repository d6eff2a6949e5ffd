import { createHmac, hkdfSync } from "node:crypto";
import type { Secrets } from "../config.ts";

export interface ChainedEvent {
  readonly id: bigint;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectId: string | null;
  readonly reference: string | null;
  readonly detail: unknown;
  readonly address: string | null;
}

/** What the first link stands behind. */
export const FIRST_HASH: Uint8Array = new Uint8Array(32);

/**
 * Links are keyed: who can write to the database, but not read the server's secrets, can't forge a
 * chain that verifies. The key comes from the one of look-ups, which is never rotated.
 */
export const chainKey = ({ lookupKey }: Secrets): Buffer =>
  Buffer.from(hkdfSync("sha256", Buffer.from(lookupKey, "base64"), "", "audit chain", 32));

/** HMAC-SHA-256 over the link before, the position, and every field of the event. */
export function hashOfLink(
  key: Buffer,
  before: Uint8Array,
  position: bigint,
  event: ChainedEvent,
): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify([
    String(position),
    String(event.id),
    event.at.toISOString(),
    event.actorKind,
    event.actorId,
    event.action,
    event.subjectId,
    event.reference,
    sorted(event.detail),
    event.address,
  ]);
  return new Uint8Array(createHmac("sha256", key).update(before).update(text).digest());
}

/** Objects with their keys in one order: PostgreSQL keeps them in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
