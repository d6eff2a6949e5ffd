import { isPassing, ProblemError } from "@hall/client/problem";
import {
  type ApplicationJson,
  getApplication,
  listApplications,
} from "@hall/contracts/applications";
import { listStandings } from "@hall/contracts/directory";
import type { QuoteJson } from "@hall/contracts/findings";
import type { Problem } from "@hall/contracts/problem";
import { call } from "../api/call.ts";
import { answered, keyFor } from "../api/confirmed-submission.ts";
import { type Submission, standingOf, submitOf } from "../api/family.ts";
import { keyOfAnswer, queryClient } from "../api/use-answer.ts";

export type SubmissionOutcome =
  | { readonly outcome: "filed"; readonly application: ApplicationJson }
  /** What was confirmed no longer holds; the new quote is to be confirmed again. */
  | { readonly outcome: "stale"; readonly quote: QuoteJson; readonly quoteHash: string }
  /** No answer: it may have been filed or not, the same key finds out. */
  | { readonly outcome: "unanswered"; readonly problem: Problem }
  | { readonly outcome: "refused"; readonly problem: Problem };

/**
 * Sends what was confirmed, once: the key is kept until an answer comes, and the same content
 * goes out under the same key however often it is tried.
 */
export async function sendConfirmed(
  service: string,
  actorId: string,
  body: Submission,
): Promise<SubmissionOutcome> {
  const idempotencyKey = keyFor(service, actorId, body);
  try {
    const application = await call(submitOf(service), { body, idempotencyKey });
    answered(service);
    await noteFiled(service, application);
    return { outcome: "filed", application };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem } = error;
    if (isPassing(problem) || problem.status >= 500) return { outcome: "unanswered", problem };
    // Not signed in: nothing was decided; after signing in the same content goes out again.
    if (problem.status === 401) return { outcome: "unanswered", problem };
    answered(service);
    if (problem.quoteHash !== undefined && isQuote(problem.quote)) {
      return { outcome: "stale", quote: problem.quote, quoteHash: problem.quoteHash };
    }
    return { outcome: "refused", problem };
  }
}

/** The receipt shows at once from the answer; lists and standings are read anew. */
async function noteFiled(service: string, application: ApplicationJson): Promise<void> {
  const key = keyOfAnswer(getApplication, { params: { number: application.number } });
  queryClient.setQueryData(key, application);
  const stale = [listApplications.id, listStandings.id, standingOf(service).id];
  for (const id of stale) queryClient.removeQueries({ queryKey: [id] });
}

function isQuote(value: unknown): value is QuoteJson {
  return typeof value === "object" && value !== null && "lines" in value && "figures" in value;
}
