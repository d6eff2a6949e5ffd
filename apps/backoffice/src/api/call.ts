import type { z } from "zod";
import { answered, keyFor } from "./act-keys.ts";
import { type AnswerOf, addressOf, type CallParts, type Operation } from "./operation.ts";
import { isPassing, offlineProblem, ProblemError, readProblem } from "./problem.ts";
import { freshToken, renewToken, signedInAgain } from "./session.ts";

/** Waits before an act that got no answer is sent again under its key. */
const PAUSES_MS = [800, 2_000, 5_000];

interface Sending {
  readonly address: string;
  readonly init: RequestInit & { readonly headers: Record<string, string> };
}

/**
 * Calls an endpoint of the contracts. Throws `ProblemError` for every answer that isn't the
 * expected one. Where the sign-in has run out one is asked to sign in over the page, and the call
 * goes on from there. Acts carry an idempotency key by themselves and are repeated under it while
 * no answer comes.
 */
export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(operation: Operation<P, Q, B, A>, parts: CallParts<P, Q, B>): Promise<AnswerOf<A>> {
  const response = await callRaw(operation, parts);
  if (response.status === 204) return undefined as AnswerOf<A>;
  try {
    return (await response.json()) as AnswerOf<A>;
  } catch {
    throw new ProblemError(offlineProblem);
  }
}

interface RawParts {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: Blob;
  readonly signal?: AbortSignal;
}

/** As `call`, with the answer as it came, for papers and files. */
export async function callRaw(
  operation: Omit<Operation, "params" | "query" | "body" | "answer">,
  parts: RawParts,
): Promise<Response> {
  const { params, query, body, file, signal } = parts;
  const address = addressOf(operation, recordOf(params), recordOf(query));
  const content = body === undefined ? "" : JSON.stringify(body);
  const sending: Sending = {
    address,
    init: {
      method: operation.method.toUpperCase(),
      credentials: "same-origin",
      headers: {
        Accept: operation.answerType ?? "application/json",
        ...(operation.bodyType ? { "Content-Type": operation.bodyType } : {}),
        ...(content ? { "Content-Type": "application/json" } : {}),
        ...(operation.idempotent ? { "Idempotency-Key": keyFor(address, content) } : {}),
      },
      body: file ?? (content || null),
      signal: signal ?? null,
    },
  };
  if (!operation.idempotent) return sendSignedIn(sending);
  try {
    const response = await sendUntilAnswered(sending, PAUSES_MS);
    answered(address);
    return response;
  } catch (error) {
    if (error instanceof ProblemError && !isPassing(error.problem)) answered(address);
    throw error;
  }
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

async function send({ address, init }: Sending, token: string | null): Promise<Response> {
  const headers = token ? { ...init.headers, Authorization: `Bearer ${token}` } : init.headers;
  try {
    return await fetch(address, { ...init, headers });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ProblemError(offlineProblem);
  }
}

function recordOf(part: unknown): Readonly<Record<string, unknown>> {
  return typeof part === "object" && part !== null ? Object.fromEntries(Object.entries(part)) : {};
}
