import type { Problem } from "@hall/contracts/problem";
import { Button } from "@hall/ui/button";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { useState } from "react";
import { useNavigate } from "react-router";
import { unanswered } from "../api/confirmed-submission.ts";
import type { Submission } from "../api/family.ts";
import type { HallActor } from "../api/session.ts";
import { sendConfirmed } from "./submission.ts";
import { words } from "./words.ts";

type LostAnswerProps = { readonly service: string; readonly actor: HallActor };

/** Something was confirmed before and no answer came: fetch it under the same key, after a reload too. */
export function LostAnswer({ service, actor }: LostAnswerProps) {
  const navigate = useNavigate();
  const [lost, setLost] = useState(() => unanswered(service, actor.id));
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (problem) return <ProblemNotice problem={problem} takesFocus />;
  if (!lost || !isSubmission(lost.body)) return null;
  const { body } = lost;
  const again = async () => {
    setPending(true);
    const result = await sendConfirmed(service, actor.id, body);
    setPending(false);
    if (result.outcome === "filed") {
      navigate(`/applications/${result.application.number}/receipt`, { replace: true });
    } else if (result.outcome === "refused") {
      setProblem(result.problem);
    } else if (result.outcome === "stale") {
      // Nothing was filed: the form below shows the new amounts.
      setLost(null);
    }
  };
  return (
    <Notice
      tone="warning"
      title={words.lost.title}
      actions={
        <Button size="small" isPending={isPending} pendingText={words.lost.pending} onPress={again}>
          {words.lost.again}
        </Button>
      }
    >
      {words.lost.lead}
    </Notice>
  );
}

function isSubmission(body: unknown): body is Submission {
  return typeof body === "object" && body !== null && "input" in body && "quoteHash" in body;
}
