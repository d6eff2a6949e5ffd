import type { StaffRole } from "@hall/domain/staff-roles";
import type { z } from "zod";

/** Who may call: nobody signed in is needed for `public`; staff roles are named one by one. */
export type Access = "public" | "person" | "agent" | StaffRole;

/**
 * One operation of the REST API: router, OpenAPI document and clients are made from it.
 * Paths are written under `/api/v1` with `{name}` for parameters.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly access: readonly Access[];
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer?: Answer;
  /** 200 unless told; 201 answers with a `Location`. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Demands the header `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** What isn't JSON: the media type of the answer, or of the body. */
  readonly answerType?: string;
  readonly bodyType?: "multipart/form-data" | "application/octet-stream" | "text/csv";
}

export const endpoint = <
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
>(
  declared: Endpoint<Params, Query, Body, Answer>,
): Endpoint<Params, Query, Body, Answer> => declared;
