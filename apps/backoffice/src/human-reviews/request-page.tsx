import { useAct } from "@hall/client/use-act";
import {
  answerReviewRequest,
  getReviewRequest,
  listReviewRequests,
  type ReviewRequestJson,
} from "@hall/contracts/backoffice/human-reviews";
import type { ReviewAnswer } from "@hall/contracts/human-reviews";
import { DateText, InstantText } from "@hall/ui/date-text";
import { FigureList } from "@hall/ui/figure-text";
import { FindingCards } from "@hall/ui/finding-cards";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { useParams } from "react-router";
import { call } from "../api/call.ts";
import { readAnew, useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { words } from "./words.ts";

/** One refusal: as it was judged, as it is judged now, what is on record, and the answer. */
export function RequestPage() {
  const { number = "" } = useParams();
  const request = useAnswer(getReviewRequest, { params: { number } });
  return (
    <>
      {request.data ? null : <StaffHeader title={words.title} />}
      <Awaited of={request} skeleton={{ shape: "card", count: 3 }}>
        {(answer) => <Request request={answer} />}
      </Awaited>
    </>
  );
}

function Request({ request }: { request: ReviewRequestJson }) {
  const { finding, now, facts } = request;
  return (
    <>
      <StaffHeader
        title={`${request.serviceName} · ${request.applicant}`}
        crumbs={[{ label: words.title, href: "/human-reviews" }, { label: request.number }]}
        meta={
          <>
            <span>
              {words.submitted} <InstantText value={request.submittedAt} />
            </span>
            {request.dueOn && request.state === "waiting" ? (
              <span>
                {words.due} <DateText value={request.dueOn} />
              </span>
            ) : null}
          </>
        }
      />
      <Stack gap="medium">
        <Section title={words.said}>
          <p>{request.words || words.saidNothing}</p>
        </Section>
        <Section title={words.before}>
          <FindingCards findings={[finding]} headingLevel={3} />
        </Section>
        <Section title={words.now}>
          {now === null ? (
            <Notice tone="success">{words.nowMet}</Notice>
          ) : now.message === finding.message ? (
            <p>{words.nowSame}</p>
          ) : (
            <FindingCards findings={[now]} headingLevel={3} />
          )}
        </Section>
        {facts.length > 0 ? (
          <Section title={words.facts}>
            <FigureList figures={facts} columns={2} />
          </Section>
        ) : null}
        <Section title={words.answer}>
          <Answer request={request} />
        </Section>
      </Stack>
    </>
  );
}

function Answer({ request }: { request: ReviewRequestJson }) {
  const { number, version, answer, barred } = request;
  const { roles } = useStaff();
  const act = useAct(async (outcome: ReviewAnswer, text: string) => {
    await call(answerReviewRequest, {
      params: { number },
      body: { version, outcome, words: text },
    });
    await Promise.all([readAnew(getReviewRequest), readAnew(listReviewRequests)]);
  });
  if (answer) {
    return (
      <Stack gap="small">
        <Notice tone="success" title={answer.outcomeName} isLive>
          {answer.words}
        </Notice>
        <p className="text-note text-ink-soft">
          {words.by(request.answeredBy ?? "")} <InstantText value={answer.at} />
        </p>
      </Stack>
    );
  }
  if (barred) return <Notice tone="warning">{barred}</Notice>;
  if (!roles.includes("reviewer")) return null;
  return (
    <Stack>
      {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
      <AnswerForm
        isPending={act.isPending}
        onSubmit={(outcome, text) => void act.run(outcome, text)}
      />
    </Stack>
  );
}
