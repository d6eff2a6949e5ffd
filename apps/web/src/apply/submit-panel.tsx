import type { CheckJson, GuideJson } from "@hall/contracts/directory";
import type { EvidenceInput } from "@hall/contracts/files";
import type { QuoteJson } from "@hall/contracts/findings";
import { Button } from "@hall/ui/button";
import { FindingCards } from "@hall/ui/finding-cards";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { DirectoryEntry } from "../../build/directory-module.ts";
import { call } from "../api/call.ts";
import { checkOf, type Input } from "../api/family.ts";
import type { HallActor } from "../api/session.ts";
import { ConfirmDialog } from "../app/later-dialogs.tsx";
import { useIsOnline } from "../app/online.ts";
import { refusalLinks } from "../refusals/links.tsx";
import { QuoteView } from "./quote-view.tsx";
import { StaleDialog } from "./stale-dialog.tsx";
import { type SubmissionOutcome, sendConfirmed } from "./submission.ts";
import { words } from "./words.ts";

type SubmitPanelProps = {
  readonly actor: HallActor;
  readonly entry: DirectoryEntry;
  readonly input: Input;
  readonly checked: CheckJson;
  readonly evidence: EvidenceInput;
  readonly guide: GuideJson | undefined;
  readonly onPrevious: () => void;
  readonly onFiled: () => Promise<void>;
};

interface Confirmed {
  readonly quote: QuoteJson | null;
  readonly quoteHash: string;
  readonly consequence: string | null;
}

type Failed = Exclude<SubmissionOutcome, { outcome: "filed" }>;

/** Submits after a second confirmation that names the consequence; a changed quote is asked again. */
export function SubmitPanel(props: SubmitPanelProps) {
  const { actor, entry, input, checked, guide } = props;
  const navigate = useNavigate();
  const [agreed, setAgreed] = useState<Confirmed>(checked);
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState<Failed | null>(null);
  const isOnline = useIsOnline();

  const submit = async () => {
    setPending(true);
    const body = { input, quoteHash: agreed.quoteHash, evidence: props.evidence };
    const result = await sendConfirmed(entry.code, actor.id, body);
    setPending(false);
    setAsking(false);
    if (result.outcome !== "filed") return setFailed(result);
    await props.onFiled();
    navigate(`/applications/${result.application.number}/receipt`, { replace: true });
  };
  const takeNew = async (quote: QuoteJson, quoteHash: string) => {
    setAgreed({ quote, quoteHash, consequence: await newConsequence(entry.code, input, agreed) });
    setFailed(null);
    setAsking(true);
  };

  return (
    <Stack>
      {agreed.quoteHash !== checked.quoteHash && agreed.quote ? (
        <QuoteView quote={agreed.quote} hasChart={false} />
      ) : null}
      {failed ? <Failure failed={failed} guide={guide} input={input} /> : null}
      <div className="flex flex-wrap gap-3 border-t border-line pt-4">
        <Button
          variant="primary"
          size="main"
          isPending={isPending}
          pendingText={words.confirm.pending}
          onPress={() => setAsking(true)}
        >
          {failed?.outcome === "unanswered" ? words.noAnswer.again : words.review.submit}
        </Button>
        <Button size="main" onPress={props.onPrevious} isDisabled={isPending}>
          {words.previous}
        </Button>
      </div>
      <ConfirmDialog
        title={words.confirm.title(entry.name)}
        isOpen={isAsking}
        consequence={agreed.consequence ?? words.confirm.noConsequence}
        confirmText={words.confirm.yes}
        isPending={isPending}
        pendingText={words.confirm.pending}
        onConfirm={() => void submit()}
        onCancel={() => setAsking(false)}
      >
        {isPending && !isOnline ? (
          <Notice tone="warning" isLive>
            {words.confirm.offline}
          </Notice>
        ) : null}
      </ConfirmDialog>
      {failed?.outcome === "stale" && agreed.quote ? (
        <StaleDialog
          before={agreed.quote}
          after={failed.quote}
          onAgree={() => void takeNew(failed.quote, failed.quoteHash)}
          onCancel={() => setFailed(null)}
        />
      ) : null}
    </Stack>
  );
}

/** The consequence names sums as well: after a change it is asked for anew. */
async function newConsequence(
  service: string,
  input: Input,
  before: Confirmed,
): Promise<string | null> {
  try {
    return (await call(checkOf(service), { body: { input } })).consequence;
  } catch {
    return before.consequence;
  }
}

type FailureProps = { failed: Failed; guide: GuideJson | undefined; input: Input };

function Failure({ failed, guide, input }: FailureProps) {
  if (failed.outcome === "stale") return null;
  const { problem } = failed;
  const findings = problem.findings ?? [];
  const isUnanswered = failed.outcome === "unanswered";
  return (
    <Stack>
      <ProblemNotice
        problem={{
          ...problem,
          detail: isUnanswered ? `${problem.detail}${words.noAnswer.lead}` : problem.detail,
        }}
        takesFocus
      />
      <FindingCards findings={findings} headingLevel={3} {...refusalLinks(guide, { input })} />
    </Stack>
  );
}
