import type { AnswerOf } from "@hall/client/operation";
import { useAct } from "@hall/client/use-act";
import { answerAwaited, getAwaited, listAwaited } from "@hall/contracts/backoffice/awaited";
import { DateText } from "@hall/ui/date-text";
import { FigureList } from "@hall/ui/figure-text";
import { FindingCards } from "@hall/ui/finding-cards";
import { Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { useState } from "react";
import { useParams } from "react-router";
import { call } from "../api/call.ts";
import { readAnew, useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { AnswerForm, type AwaitedCase, type AwaitedResult } from "./answer-form.tsx";
import { words } from "./words.ts";

type Answered = AnswerOf<NonNullable<(typeof answerAwaited)["answer"]>>;

/** One case that waits: what is on record, and what came of it. */
export function AnswerPage() {
  const { number = "" } = useParams();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const awaited = useAnswer(
    getAwaited,
    { params: { number } },
    // Once answered it waits no more, and asking again would only be refused.
    { enabled: answered === null },
  );
  if (answered) return <Done answered={answered} />;
  return (
    <>
      {awaited.isError ? <StaffHeader title={words.title} /> : null}
      <Awaited of={awaited} skeleton={{ shape: "card", count: 2 }}>
        {(waiting) => <Waiting waiting={waiting} onAnswered={setAnswered} />}
      </Awaited>
    </>
  );
}

function Done({ answered }: { answered: Answered }) {
  return (
    <>
      <StaffHeader
        title={answered.stateName}
        crumbs={[{ label: words.title, href: "/awaited" }, { label: answered.number }]}
      />
      <Notice
        tone="success"
        isLive
        actions={<LinkButton href="/awaited">{words.title}</LinkButton>}
      >
        {answered.message}
      </Notice>
    </>
  );
}

type WaitingProps = {
  readonly waiting: AwaitedCase;
  readonly onAnswered: (answered: Answered) => void;
};

function Waiting({ waiting, onAnswered }: WaitingProps) {
  const { number, version } = waiting;
  const act = useAct(async (result: AwaitedResult) => {
    onAnswered(await call(answerAwaited, { params: { number }, body: { version, result } }));
    await readAnew(listAwaited);
  });
  return (
    <>
      <StaffHeader
        title={`${waiting.serviceName} · ${waiting.applicant}`}
        crumbs={[{ label: words.title, href: "/awaited" }, { label: number }]}
        meta={
          <>
            <span>
              {words.party} {waiting.party}
            </span>
            {waiting.dueOn ? (
              <span>
                {words.due} <DateText value={waiting.dueOn} />
              </span>
            ) : null}
          </>
        }
      />
      <Stack gap="medium">
        {act.problem ? (
          <>
            <ProblemNotice problem={act.problem} takesFocus />
            <FindingCards findings={act.problem.findings ?? []} />
          </>
        ) : null}
        <Section title={words.facts}>
          <FigureList figures={waiting.facts} columns={2} />
        </Section>
        <Section title={words.result} note={waiting.task}>
          <AnswerForm
            waiting={waiting}
            isPending={act.isPending}
            onSubmit={(result) => void act.run(result)}
          />
        </Section>
      </Stack>
    </>
  );
}
