import { randomUUID } from "node:crypto";
import type { Hall } from "../hall.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { countAttempt } from "./attempt-limits.ts";

/** So many requests under a key within the window, counted in the database by all processes. */
export interface RequestLimit {
  readonly key: string;
  readonly most: number;
  readonly windowSeconds: number;
}

/** Counts one more; a refusal that says when to come again where that is one too many. */
export async function overLimit(
  { db, clock }: Hall,
  { key, most, windowSeconds }: RequestLimit,
  detail: string,
): Promise<Refusal | null> {
  const now = clock.system();
  const limit = { key, limit: most, windowSeconds, slides: false };
  const { counted, until } = await countAttempt(db, limit, randomUUID(), now);
  if (counted) return null;
  const retryAfterSeconds = Math.max(1, (until.getTime() - now.getTime()) / 1_000);
  return refuse("too-many", detail, { retryAfterSeconds });
}
