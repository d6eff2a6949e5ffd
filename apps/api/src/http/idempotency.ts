import { createHash } from "node:crypto";
import type { Endpoint } from "@hall/contracts/endpoint";
import type { Request as HttpRequest } from "express";
import type { Hall } from "../hall.ts";
import { databaseRefusal, type Sql, sql } from "../store/database.ts";
import { run } from "../store/run.ts";
import type { Actor } from "./actor.ts";
import { encode } from "./encode.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import type { Reply } from "./reply.ts";

/**
 * A request made once (APP-4). The handler puts `remember` into the transaction of its write, so
 * that answer and effect stand or fall together; whoever comes second gets the stored answer.
 */
export interface Idempotency {
  readonly remember: (status: number, body: unknown) => Sql;
  /** What it is known by; null where the endpoint isn't idempotent. */
  readonly identity: RequestIdentity | null;
  /** Runs the handler; when another with the same key has committed, its answer counts. */
  readonly once: (handle: () => Promise<unknown>) => Promise<unknown>;
}

/** A request as its answer is kept: whose, where, under which key, with which body. */
export interface RequestIdentity {
  readonly actorId: string;
  readonly route: string;
  readonly key: string;
  readonly bodyHash: string;
}

const none: Idempotency = {
  identity: null,
  remember: () => {
    throw new Error("this endpoint isn't declared idempotent");
  },
  once: (handle) => handle(),
};

const KEY = /^[\x21-\x7e]{8,200}$/;

export function openIdempotency(
  hall: Hall,
  endpoint: Endpoint,
  actor: Actor | null,
  request: HttpRequest,
): Idempotency | Refusal {
  if (!endpoint.idempotent || !actor) return none;
  const key = request.get("idempotency-key") ?? "";
  if (!KEY.test(key)) {
    return refuse("malformed", "请求缺少编号（Idempotency-Key，8 到 200 个可见字符）。", {
      errors: [{ path: "/header/Idempotency-Key", message: "缺少或格式不对" }],
    });
  }
  const route = `${endpoint.method} ${request.path}`;
  const bodyHash = createHash("sha256")
    .update(JSON.stringify(request.body ?? null))
    .digest("hex");
  return idempotencyOf(hall, { actorId: actor.id, route, key, bodyHash });
}

/** The same for a request that is known by its identity alone, as it goes to a thread. */
export function idempotencyOf(hall: Hall, identity: RequestIdentity | null): Idempotency {
  if (!identity) return none;
  const { actorId, route, key, bodyHash } = identity;
  return {
    identity,
    remember: (status, body) => sql`
      INSERT INTO idempotency_key (actor_id, route, key, body_hash, status, body, created_at)
      VALUES (${actorId}::uuid, ${route}, ${key}, ${bodyHash}, ${status},
              ${JSON.stringify(encode(body))}::jsonb, ${hall.clock.system()}) RETURNING 1`,
    once: (handle) => firstAnswer(handle, () => lookUp(hall, identity)),
  };
}

/**
 * The answer of whoever committed first. Nobody looks for one beforehand, for nearly every request
 * is the first of its key: a later one is told by the write, which the key refuses, or finds the
 * facts already changed by the first and is refused for that. Either way the stored answer is the
 * true one.
 */
async function firstAnswer(
  handle: () => Promise<unknown>,
  stored: () => ReturnType<typeof lookUp>,
): Promise<unknown> {
  try {
    const answer = await handle();
    if (!isRefusal(answer)) return answer;
    return replayOf(await stored()) ?? answer;
  } catch (error) {
    if (databaseRefusal(error)?.constraint !== "idempotency_key_pkey") throw error;
    return replayOf(await stored()) ?? refuse("conflict");
  }
}

function replayOf(found: Awaited<ReturnType<typeof lookUp>>): Reply | Refusal | null {
  if (!found || "refusal" in found) return found;
  return { reply: "stored", ...found };
}

async function lookUp(hall: Hall, { actorId, route, key, bodyHash }: RequestIdentity) {
  const [row] = await run<{ body_hash: string; status: number; body: unknown }>(
    hall.db,
    sql`SELECT body_hash, status, body FROM idempotency_key
         WHERE actor_id = ${actorId}::uuid AND route = ${route} AND key = ${key}`,
  );
  if (!row) return null;
  if (row.body_hash !== bodyHash) return refuse("key-reused");
  return { status: row.status, body: row.body };
}
