import type { Operation } from "@hall/client/operation";
import type { ApplicationJson } from "@hall/contracts/applications";
import type { CheckJson, GuideJson, StandingJson } from "@hall/contracts/directory";
import type { z } from "zod";

/** What is filled in; the service's own schema is on the server. */
export type Input = Record<string, unknown>;

type Of<T> = z.ZodType<T>;
type Public<Answer> = Operation<z.ZodUndefined, z.ZodUndefined, z.ZodUndefined, Of<Answer>>;

/**
 * The addresses that every service has, by its code. The contracts make the same from their
 * schemas; a test holds the two together.
 */
export const guideOf = (code: string): Public<GuideJson> => ({
  id: `${code}.guide`,
  method: "get",
  path: `/services/${code}`,
});

export const standingOf = (code: string): Public<StandingJson> => ({
  id: `${code}.standing`,
  method: "get",
  path: `/services/${code}/standing`,
});

export const checkOf = (
  code: string,
): Operation<z.ZodUndefined, z.ZodUndefined, Of<{ input: Input }>, Of<CheckJson>> => ({
  id: `${code}.check`,
  method: "post",
  path: `/services/${code}/check`,
});

export interface Submission {
  readonly input: Input;
  readonly quoteHash: string;
  readonly evidence: { slot: string; fileId: string }[];
}

export const submitOf = (
  code: string,
): Operation<z.ZodUndefined, z.ZodUndefined, Of<Submission>, Of<ApplicationJson>> => ({
  id: `${code}.submit`,
  method: "post",
  path: `/services/${code}/applications`,
  status: 201,
  idempotent: true,
});

/** A look at what is on record; the caller names the type that the view's contract answers. */
export const viewOf = <Answer>(code: string, view: string): Public<Answer> => ({
  id: `${code}.${view}`,
  method: "get",
  path: `/services/${code}/${view}`,
});

/** As `viewOf`, for a view that is asked something, such as a span of days. */
export const askedViewOf = <Query, Answer>(
  code: string,
  view: string,
): Operation<z.ZodUndefined, z.ZodType<Query, Query>, z.ZodUndefined, Of<Answer>> => ({
  id: `${code}.${view}`,
  method: "get",
  path: `/services/${code}/${view}`,
});
