import type { FindingJson, QuoteJson } from "@hall/contracts/findings";

/**
 * What the API says no with. Handlers return it; `problem.ts` alone turns it into an answer,
 * by kind and never by service.
 */
export interface Refusal {
  readonly refusal: RefusalKind;
  /** A Chinese sentence for whom it is told to, in place of the kind's own. */
  readonly detail?: string;
  readonly findings?: readonly FindingJson[];
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly quote?: QuoteJson | null;
  readonly quoteHash?: string;
  readonly retryAfterSeconds?: number;
}

export type RefusalKind =
  | "malformed"
  | "not-signed-in"
  | "sign-in-failed"
  | "locked"
  | "password-change-needed"
  | "not-allowed"
  | "not-found"
  | "conflict"
  | "stale-quote"
  | "stale-version"
  | "key-reused"
  | "too-large"
  | "wrong-kind"
  | "rule-refuses"
  | "unreadable-list"
  | "unfit-file"
  | "too-many"
  | "closed"
  | "dependency-away";

export const refuse = (
  refusal: RefusalKind,
  detail?: string,
  more: Omit<Refusal, "refusal" | "detail"> = {},
): Refusal => ({ refusal, ...(detail === undefined ? {} : { detail }), ...more });

/** An answer may have a `refusal` of its own, such as that of a case; a Refusal's is its kind. */
export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === "object" &&
  answer !== null &&
  "refusal" in answer &&
  typeof answer.refusal === "string";
