import type { Problem } from "@hall/contracts/problem";
import { words } from "./words.ts";

/**
 * What the server, or the lack of it, answered instead of what was asked. Thrown, as the query
 * library knows failures by that alone; pages read `problem` and show it.
 */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.title}`);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** No answer came: offline, server away, or cut off on the way. Status 0. */
export const offlineProblem: Problem = { type: "/problems/offline", status: 0, ...words.offline };

/** The problem in any failure; what isn't one is a bug and is thrown on. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  throw error;
}

/** No answer, or one that says to come back: asking again with the same key may succeed. */
export function isPassing(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 503 || problem.status === 429;
}

/** Reads problem+json; what comes from a proxy in between becomes a problem of its own. */
export async function readProblem(response: Response): Promise<Problem> {
  const fallback: Problem = {
    type: "/problems/unreadable",
    status: response.status,
    ...words.unreadable,
  };
  const seconds = Number(response.headers.get("Retry-After"));
  const wait = Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: seconds } : {};
  try {
    const body: unknown = await response.json();
    if (!isProblem(body)) return { ...fallback, ...wait };
    return { ...wait, ...body };
  } catch {
    return { ...fallback, ...wait };
  }
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === "object" &&
    body !== null &&
    "title" in body &&
    typeof body.title === "string" &&
    "detail" in body &&
    typeof body.detail === "string" &&
    "status" in body &&
    typeof body.status === "number"
  );
}
