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
  readonly replay: { readonly status: number; readonly body: unknown } | null;
  readonly remember: (status: number, body: unknown) => Sql;
  /** Runs the handler; when another with the same key committed meanwhile, its answer counts. */
  readonly once: (handle: () => Promise<unknown>) => Promise<unknown>;
}

const none: Idempotency = {
  replay: null,
  remember: () => {
    throw new Error("this endpoint isn't declared idempotent");
  },
  once: (handle) => handle(),
};

const KEY = /^[\x21-\x7e]{8,200}$/;

export async function openIdempotency(
  hall: Hall,
  endpoint: Endpoint,
  actor: Actor | null,
  request: HttpRequest,
): Promise<Idempotency | Refusal> {
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
  const stored = () => lookUp(hall, actor.id, route, key, bodyHash);
  const found = await stored();
  if (found && "refusal" in found) return found;
  return {
    replay: found,
    remember: (status, body) => sql`
      INSERT INTO idempotency_key (actor_id, route, key, body_hash, status, body, created_at)
      VALUES (${actor.id}::uuid, ${route}, ${key}, ${bodyHash}, ${status},
              ${JSON.stringify(encode(body))}::jsonb, ${hall.clock.system()}) RETURNING 1`,
    once: (handle) => firstAnswer(handle, stored),
  };
}

/**
 * The answer of whoever committed first. One that came while the first was under way may find the
 * facts already changed by it, and be refused for that: the stored answer is the true one.
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

async function lookUp(hall: Hall, actorId: string, route: string, key: string, bodyHash: string) {
  const [row] = await run<{ body_hash: string; status: number; body: unknown }>(
    hall.db,
    sql`SELECT body_hash, status, body FROM idempotency_key
         WHERE actor_id = ${actorId}::uuid AND route = ${route} AND key = ${key}`,
  );
  if (!row) return null;
  if (row.body_hash !== bodyHash) return refuse("key-reused");
  return { status: row.status, body: row.body };
}
