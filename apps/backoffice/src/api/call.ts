import {
  type AnswerOf,
  addressOf,
  type CallParts,
  type Operation,
  recordOf,
} from "@hall/client/operation";
import { isPassing, ProblemError } from "@hall/client/problem";
import { readAnswer, sendAs } from "@hall/client/send";
import type { z } from "zod";
import { answered, keyFor } from "./act-keys.ts";
import { sessionStore } from "./session.ts";

/** What has to be given with a call; the key of an act is made by itself. */
export type Parts<P, Q, B> = CallParts<P, Q, B> & {
  /** A file as it is, for endpoints that take one. */
  readonly file?: Blob;
  readonly signal?: AbortSignal;
};

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
>(operation: Operation<P, Q, B, A>, parts: Parts<P, Q, B>): Promise<AnswerOf<A>> {
  return readAnswer(await callRaw(operation, parts));
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
  const sending = {
    address,
    method: operation.method.toUpperCase(),
    headers: {
      Accept: operation.answerType ?? "application/json",
      ...(operation.bodyType ? { "Content-Type": operation.bodyType } : {}),
      ...(content ? { "Content-Type": "application/json" } : {}),
      ...(operation.idempotent ? { "Idempotency-Key": keyFor(address, content) } : {}),
    },
    body: file ?? (content || null),
    signal: signal ?? null,
  };
  if (!operation.idempotent) return sendAs(sessionStore, sending);
  try {
    const response = await sendAs(sessionStore, sending);
    answered(address);
    return response;
  } catch (error) {
    if (error instanceof ProblemError && !isPassing(error.problem)) answered(address);
    throw error;
  }
}
