import {
  type AnswerOf,
  addressOf,
  type CallParts,
  type Operation,
  recordOf,
} from "@hall/client/operation";
import { readAnswer, sendAs } from "@hall/client/send";
import type { z } from "zod";
import { sessionStore } from "./session.ts";

/** What has to be given with a call. */
export type Parts<P, Q, B> = CallParts<P, Q, B> & {
  /** Demanded by endpoints that create or decide; see `confirmed-submission.ts`. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
};

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
>(operation: Operation<P, Q, B, A>, parts: Parts<P, Q, B>): Promise<AnswerOf<A>> {
  return readAnswer(await callRaw(operation, parts));
}

/** As `call`, with a body that isn't JSON: a piece of a file, or a form with one. */
export async function callWithBytes<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
  operation: Operation<P, Q, z.ZodUndefined, A>,
  parts: Omit<Parts<P, Q, z.ZodUndefined>, "body"> & { readonly body: Blob | FormData },
): Promise<AnswerOf<A>> {
  return readAnswer(await callRaw(operation, parts));
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
  return sendAs(sessionStore, {
    address: addressOf(operation, recordOf(parts.params), recordOf(parts.query)),
    method: operation.method.toUpperCase(),
    headers: {
      Accept: operation.answerType ?? "application/json",
      ...bodyHeaders(parts.body),
      ...(parts.idempotencyKey ? { "Idempotency-Key": parts.idempotencyKey } : {}),
    },
    body: bodyOf(parts.body),
    signal: parts.signal ?? null,
  });
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
