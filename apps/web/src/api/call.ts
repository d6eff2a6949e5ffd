import type { z } from "zod";
import { type AnswerOf, addressOf, type CallParts, type Operation } from "./operation.ts";
import { isPassing, offlineProblem, ProblemError, readProblem } from "./problem.ts";
import { freshToken, renewToken, signedInAgain } from "./session.ts";

/** Waits before a call that got no answer is made again. */
const PAUSES_MS = [800, 2_000, 5_000];

interface Sending {
  readonly address: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: BodyInit | null;
  readonly signal: AbortSignal | null;
}

/**
 * Calls an endpoint of the contracts. Throws `ProblemError` for every answer that isn't the
 * expected one. Where the sign-in has run out the person is asked to sign in over the page, and
 * the call goes on from there. A call that carries an idempotency key is repeated with the same
 * key when no answer comes.
 */
export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(operation: Operation<P, Q, B, A>, parts: CallParts<P, Q, B>): Promise<AnswerOf<A>> {
  return readAnswer(await callRaw(operation, parts));
}

/** As `call`, with a body that isn't JSON: a piece of a file, or a form with one. */
export async function callWithBytes<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
  operation: Operation<P, Q, z.ZodUndefined, A>,
  parts: Omit<CallParts<P, Q, z.ZodUndefined>, "body"> & { readonly body: Blob | FormData },
): Promise<AnswerOf<A>> {
  return readAnswer(await callRaw(operation, parts));
}

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  if (response.status === 204) return undefined as Answer;
  try {
    return (await response.json()) as Answer;
  } catch {
    // Cut off in the middle: as good as no answer.
    throw new ProblemError(offlineProblem);
  }
}

interface RawParts {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** As `call`, with the answer as it came, for papers and workbooks. */
export async function callRaw(operation: Operation, parts: RawParts): Promise<Response> {
  if (operation.idempotent && !parts.idempotencyKey) {
    throw new Error(`${operation.id} needs an idempotency key`);
  }
  const sending: Sending = {
    address: addressOf(operation, recordOf(parts.params), recordOf(parts.query)),
    method: operation.method.toUpperCase(),
    headers: {
      Accept: operation.answerType ?? "application/json",
      ...bodyHeaders(parts.body),
      ...(parts.idempotencyKey ? { "Idempotency-Key": parts.idempotencyKey } : {}),
    },
    body: bodyOf(parts.body),
    signal: parts.signal ?? null,
  };
  const pauses = parts.idempotencyKey ? PAUSES_MS : [];
  return sendUntilAnswered(sending, pauses);
}

async function sendUntilAnswered(sending: Sending, pauses: readonly number[]): Promise<Response> {
  try {
    return await sendSignedIn(sending);
  } catch (error) {
    const [pause, ...later] = pauses;
    const isWorthwhile = error instanceof ProblemError && isPassing(error.problem);
    if (pause === undefined || !isWorthwhile) throw error;
    const asked = error.problem.retryAfterSeconds;
    await new Promise((done) => window.setTimeout(done, asked ? asked * 1_000 : pause));
    return sendUntilAnswered(sending, later);
  }
}

async function sendSignedIn(sending: Sending): Promise<Response> {
  const token = await freshToken();
  const response = await send(sending, token);
  if (response.ok) return response;
  const problem = await readProblem(response);
  const isSignInItself = sending.address.startsWith("/api/v1/auth/");
  if (response.status !== 401 || isSignInItself) throw new ProblemError(problem);
  const renewed = (token ? await renewToken(token) : null) ?? (await signedInAgain());
  if (!renewed) throw new ProblemError(problem);
  const again = await send(sending, renewed);
  if (again.ok) return again;
  throw new ProblemError(await readProblem(again));
}

async function send(sending: Sending, token: string | null): Promise<Response> {
  const { address, signal, ...init } = sending;
  const headers = token ? { ...init.headers, Authorization: `Bearer ${token}` } : init.headers;
  try {
    return await fetch(address, { ...init, headers, signal, credentials: "same-origin" });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError(offlineProblem);
  }
}

function bodyHeaders(body: unknown): Record<string, string> {
  if (body === undefined || body instanceof FormData) return {};
  if (body instanceof Blob) return { "Content-Type": body.type || "application/octet-stream" };
  return { "Content-Type": "application/json" };
}

function bodyOf(body: unknown): BodyInit | null {
  if (body === undefined) return null;
  if (body instanceof FormData || body instanceof Blob) return body;
  return JSON.stringify(body);
}

function recordOf(part: unknown): Readonly<Record<string, unknown>> {
  return typeof part === "object" && part !== null ? Object.fromEntries(Object.entries(part)) : {};
}
