import type { Endpoint } from "@hall/contracts/endpoint";
import type { Request as HttpRequest, NextFunction, Response, Router } from "express";
import type { z } from "zod";
import type { Hall } from "../hall.ts";
import { isDatabaseAway } from "../store/database.ts";
import { type Actor, mayAccess } from "./actor.ts";
import { encode } from "./encode.ts";
import { type Idempotency, openIdempotency } from "./idempotency.ts";
import { issueWords } from "./issue-words.ts";
import { sendProblem } from "./problem.ts";
import { isRefusal, type Refusal, type RefusalKind, refuse } from "./refusal.ts";
import { isReply, type Reply } from "./reply.ts";
import { isStorable, isTooDeep } from "./storable.ts";

/** What a handler gets: parsed, and from somebody who may. */
export interface Call<Params, Query, Body> {
  readonly hall: Hall;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Null on public endpoints for somebody who isn't signed in. */
  readonly actor: Actor;
  readonly idempotency: Idempotency;
  readonly address: string;
  readonly device: string;
  readonly request: HttpRequest;
}

/**
 * What somebody runs into who tries the doors: another's object or endpoint, input that no page
 * sends, limits. It is logged with ids alone and never with what was sent (ASVS 16.3.2, 16.3.3).
 */
const TELLING: ReadonlySet<RefusalKind> = new Set([
  "not-allowed",
  "not-found",
  "malformed",
  "key-reused",
  "too-many",
  "locked",
  "wrong-kind",
  "too-large",
]);

type Answer = unknown | Refusal | Reply;
type Output<T> = T extends z.ZodType ? z.output<T> : undefined;

/** Binds an endpoint to what it does. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly handle: (call: Call<unknown, unknown, unknown>) => Promise<Answer>;
  /**
   * What a repetition is answered, where the answer is how things stand after the act and not
   * something that was fixed by it; without one the stored answer is given again.
   */
  readonly again?: Route["handle"];
  /** It may be answered from a replica, some seconds behind: it decides and writes nothing. */
  readonly mayLag?: boolean;
  /**
   * Whether a call takes so long to judge that others would wait: then it is answered in a thread,
   * without the request itself.
   */
  readonly isLong?: (call: ApartCall) => Promise<boolean>;
}

/** A call as a thread gets it. */
export type ApartCall = Omit<Call<unknown, unknown, unknown>, "request">;

export const mayLag = (route: Route): Route => ({ ...route, mayLag: true });

export function route<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, A>,
  handle: (call: Call<Output<P>, Output<Q>, Output<B>>) => Promise<Answer>,
  again?: (call: Call<Output<P>, Output<Q>, Output<B>>) => Promise<Answer>,
): Route {
  return {
    endpoint,
    handle: handle as Route["handle"],
    ...(again ? { again: again as Route["handle"] } : {}),
  };
}

/** Puts routes under `/api/v1`: who may, what is well-formed, once, then the handler. */
export function mount(router: Router, hall: Hall, routes: readonly Route[]): void {
  for (const route of routes) {
    const { endpoint } = route;
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ":$1");
    router[endpoint.method](path, (request, response, next) => {
      answer(hall, route, request, response).catch(next);
    });
  }
}

async function answer(
  hall: Hall,
  route: Route,
  request: HttpRequest,
  response: Response,
): Promise<void> {
  const { endpoint } = route;
  const actor = await hall.authenticate(request);
  const refused = refuseAccess(actor, endpoint);
  const say = (refusal: Refusal) => {
    if (TELLING.has(refusal.refusal)) {
      hall.log.warn({ actor: actor?.id, endpoint: endpoint.id }, refusal.refusal);
    }
    sendProblem(response, refusal);
  };
  if (refused) return say(refused);
  const parsed = parse(endpoint, request);
  if (isRefusal(parsed)) return say(parsed);
  const idempotency = openIdempotency(hall, endpoint, actor, request);
  if (isRefusal(idempotency)) return say(idempotency);
  const call = {
    ...parsed,
    hall,
    actor: actor as Actor,
    idempotency,
    address: request.ip ?? "",
    device: String(request.get("user-agent") ?? "").slice(0, 300),
    request,
  };
  const answered = (await route.isLong?.(call))
    ? await hall.longCalls.answer(endpoint.id, call)
    : await answerCall(route, call);
  if (isRefusal(answered)) return say(answered);
  await send(response, endpoint, answered);
}

/** What a route answers to a call: once, and a repetition with what it was answered. */
export async function answerCall(
  { handle: own, again, mayLag: lags }: Route,
  call: Call<unknown, unknown, unknown>,
): Promise<Answer> {
  const handle = lags ? fromReplica(own) : own;
  const answered = await call.idempotency.once(() => handle(call));
  const isRepetition = isReply(answered) && answered.reply === "stored";
  return isRepetition && again ? again(call) : answered;
}

/** Asks the replica, and the database itself where there is none or it is away. */
const fromReplica =
  (handle: Route["handle"]): Route["handle"] =>
  async (call) => {
    const { replica } = call.hall;
    if (!replica) return handle(call);
    try {
      return await handle({ ...call, hall: { ...call.hall, db: replica } });
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      call.hall.log.warn("replica away");
      return handle(call);
    }
  };

/** Signed in, with the right role, and past the change of an issued password. */
export function refuseAccess(actor: Actor | null, endpoint: Endpoint): Refusal | null {
  if (endpoint.access.includes("public")) return null;
  if (!actor) return refuse("not-signed-in");
  if (!mayAccess(actor, endpoint.access)) return refuse("not-allowed");
  const mayBeforeChange = ["me", "changePassword", "signOut"].includes(endpoint.id);
  if (actor.mustChangePassword && !mayBeforeChange) return refuse("password-change-needed");
  return null;
}

type Parsed = { params: unknown; query: unknown; body: unknown };

function parse(endpoint: Endpoint, request: HttpRequest): Parsed | Refusal {
  if (isTooDeep(request.body)) return refuse("malformed", "提交的内容层次太多，不能处理。");
  const params = parsePart(endpoint.params, request.params, "");
  const query = parsePart(endpoint.query, request.query, "");
  const body = endpoint.bodyType
    ? { value: undefined }
    : parsePart(endpoint.body, request.body, "");
  const errors = [params, query, body].flatMap((part) => ("errors" in part ? part.errors : []));
  if ("errors" in params || !isStorable(params.value)) return refuse("not-found");
  if (errors.length > 0 || "errors" in query || "errors" in body) {
    return refuse("malformed", undefined, { errors });
  }
  if (!isStorable(query.value) || !isStorable(body.value)) {
    return refuse("malformed", "提交的内容里有不能保存的字符，请删去后重试。");
  }
  return { params: params.value, query: query.value, body: body.value };
}

function parsePart(
  schema: z.ZodType | undefined,
  value: unknown,
  prefix: string,
): { value: unknown } | { errors: { path: string; message: string }[] } {
  if (!schema) return { value: undefined };
  const result = schema.safeParse(value ?? {}, { error: issueWords });
  if (result.success) return { value: result.data };
  return {
    errors: result.error.issues.map((issue) => ({
      path: `${prefix}/${issue.path.map(String).join("/")}`,
      message: issue.message,
    })),
  };
}

async function send(response: Response, endpoint: Endpoint, answered: Answer): Promise<void> {
  if (isRefusal(answered)) return sendProblem(response, answered);
  if (isReply(answered)) return sendReply(response, endpoint, answered);
  if (endpoint.status === 204) {
    response.status(204).end();
    return;
  }
  response.status(endpoint.status ?? 200).json(asDeclared(endpoint, answered));
}

/** Only what the contract names leaves: a column too many in an answer is dropped, not sent. */
function asDeclared({ answer }: Endpoint, answered: unknown): unknown {
  const json = encode(answered);
  return answer ? answer.parse(json) : json;
}

async function sendReply(response: Response, endpoint: Endpoint, reply: Reply): Promise<void> {
  switch (reply.reply) {
    case "created":
      response
        .status(201)
        .location(`/api/v1${reply.location}`)
        .json(asDeclared(endpoint, reply.body));
      return;
    case "accepted":
      response.status(202).set("Retry-After", String(reply.retryAfterSeconds));
      response.json(encode(reply.body ?? {}));
      return;
    case "bytes":
      response.status(200).type(reply.type);
      if (reply.fileName) response.attachment(reply.fileName);
      response.end(reply.bytes);
      return;
    case "stream":
      response.status(200).type(reply.type).attachment(reply.fileName);
      await reply.write(response);
      return;
    case "stored":
      response.set("Idempotency-Replayed", "true").status(reply.status).json(reply.body);
      return;
    case "with-cookie":
      response.append("Set-Cookie", reply.cookie);
      if (endpoint.status === 204) response.status(204).end();
      else response.status(endpoint.status ?? 200).json(asDeclared(endpoint, reply.body));
      return;
  }
}

/** The last handler: what no route answered, and what broke. */
export function fallback(hall: Hall) {
  return {
    notFound: (_request: HttpRequest, response: Response) =>
      sendProblem(response, refuse("not-found", "没有这个地址。")),
    failed: (error: unknown, request: HttpRequest, response: Response, next: NextFunction) => {
      if (response.headersSent) return next(error);
      sendProblem(response, hall.refusalOfError(error, request));
    },
  };
}
