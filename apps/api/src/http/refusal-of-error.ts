import { randomUUID } from "node:crypto";
import type { Request as HttpRequest } from "express";
import type { Log } from "../log.ts";
import { databaseRefusal, isDatabaseAway, isDataRefused } from "../store/database.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** What the log is told of the request that failed. */
export type FailedRequest = Pick<HttpRequest, "method" | "route">;

/** What was thrown: a body that couldn't be read, the database away, or a fault of ours. */
export function refusalOfError(log: Log, error: unknown, request: FailedRequest): Refusal {
  const kind = bodyParserKind(error) ?? addressKind(error);
  if (kind) return refuse(kind);
  const incident = randomUUID();
  log.error(
    {
      incident,
      method: request.method,
      route: request.route?.path,
      name: error instanceof Error ? error.name : typeof error,
      // The text of a database error can hold values of the row; its code can't.
      reason: databaseRefusal(error) ?? (isDatabaseAway(error) ? "database away" : stackOf(error)),
    },
    "request failed",
  );
  if (isDatabaseAway(error)) return refuse("dependency-away");
  // Logged above, for the contract should have refused it first.
  if (isDataRefused(error)) return refuse("malformed");
  return refuse(
    "dependency-away",
    `系统出了问题，已经记录（编号 ${incident.slice(0, 8)}），请稍后再试；没有提交成功的内容不会生效。`,
  );
}

/** An address that can't be decoded, or that Express and its file server find wrong. */
function addressKind(error: unknown): "malformed" | "not-found" | null {
  if (error instanceof URIError) return "not-found";
  if (!(error instanceof Error) || !("status" in error)) return null;
  if (error.status === 400) return "malformed";
  return error.status === 403 || error.status === 404 ? "not-found" : null;
}

function stackOf(error: unknown): string {
  return error instanceof Error
    ? (error.stack?.split("\n").slice(1, 6).join(" ") ?? error.name)
    : "";
}

function bodyParserKind(error: unknown): "malformed" | "too-large" | "wrong-kind" | null {
  if (typeof error !== "object" || error === null || !("type" in error)) return null;
  switch (error.type) {
    case "entity.too.large":
      return "too-large";
    case "encoding.unsupported":
    case "charset.unsupported":
      return "wrong-kind";
    case "entity.parse.failed":
    case "entity.verify.failed":
    case "request.aborted":
    case "request.size.invalid":
    case "parameters.too.many":
      return "malformed";
    default:
      return null;
  }
}
