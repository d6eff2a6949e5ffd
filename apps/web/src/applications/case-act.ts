import { isPassing, problemOf } from "@hall/client/problem";
import {
  type ApplicationJson,
  getApplication,
  listApplications,
} from "@hall/contracts/applications";
import { listStandings } from "@hall/contracts/directory";
import type { Problem } from "@hall/contracts/problem";
import { useState } from "react";
import { answered, keyFor } from "../api/confirmed-submission.ts";
import { keyOfAnswer, queryClient } from "../api/use-answer.ts";

/**
 * An act on a case that is done once: the key is kept until an answer comes, and the answer is
 * the case as it stands afterwards.
 * @param purpose the act and the case, such as `withdraw.2026…`
 */
export function useCaseAct<Body>(
  purpose: string,
  actorId: string,
  send: (body: Body, idempotencyKey: string) => Promise<ApplicationJson>,
) {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (body: Body): Promise<boolean> => {
    setPending(true);
    setProblem(null);
    try {
      const application = await send(body, keyFor(purpose, actorId, body));
      answered(purpose);
      take(application);
      return true;
    } catch (error) {
      const found = problemOf(error);
      if (!isPassing(found) && found.status < 500) answered(purpose);
      setProblem(found);
      return false;
    } finally {
      setPending(false);
    }
  };
  return { run, isPending, problem };
}

function take(application: ApplicationJson): void {
  const key = keyOfAnswer(getApplication, { params: { number: application.number } });
  queryClient.setQueryData(key, application);
  for (const id of [listApplications.id, listStandings.id]) {
    void queryClient.invalidateQueries({ queryKey: [id] });
  }
}
