import type { Endpoint } from "@hall/contracts/endpoint";
import type { z } from "zod";

/** As much of an endpoint as the browser has of it; the schemas are there as types alone. */
export type Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = Pick<
  Endpoint<Params, Query, Body, Answer>,
  "id" | "method" | "path" | "status" | "idempotent" | "answerType" | "bodyType"
> &
  // Carries the types; never filled in the browser.
  Partial<Pick<Endpoint<Params, Query, Body, Answer>, "params" | "query" | "body" | "answer">>;

type Sent<S> = S extends z.ZodUndefined ? undefined : S extends z.ZodType ? z.input<S> : undefined;
type Got<S> = S extends z.ZodUndefined ? undefined : S extends z.ZodType ? z.output<S> : undefined;

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [key in Name]?: undefined }
  : Record<string, never> extends Value
    ? { readonly [key in Name]?: Value }
    : { readonly [key in Name]: Value };

/** What has to be given with a call, by the endpoint's schemas. */
export type CallParts<P, Q, B> = Part<"params", Sent<P>> &
  Part<"query", Sent<Q>> &
  Part<"body", Sent<B>>;

export type AnswerOf<A> = Got<A>;

/** The address of a call under the API's base. */
export function addressOf(
  operation: Pick<Operation, "path">,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const asked = search.toString();
  return `/api/v1${path}${asked ? `?${asked}` : ""}`;
}

/** Parameters of any shape by their names. */
export function recordOf(part: unknown): Readonly<Record<string, unknown>> {
  return typeof part === "object" && part !== null ? Object.fromEntries(Object.entries(part)) : {};
}
