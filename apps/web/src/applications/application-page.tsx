import { type ApplicationJson, getApplication } from "@hall/contracts/applications";
import { Card } from "@hall/ui/card";
import { dateText } from "@hall/ui/date-text";
import { FigureList } from "@hall/ui/figure-text";
import { FindingCards, FindingOverview } from "@hall/ui/finding-cards";
import { Beside, Stack } from "@hall/ui/layout";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { QuoteTable } from "@hall/ui/quote-table";
import { StatusBadge } from "@hall/ui/status-badge";
import { useParams } from "react-router";
import { guideOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { quoteTitle } from "../apply/quote-title.ts";
import { DocumentList } from "../documents/document-list.tsx";
import { linksOf } from "../refusals/links.tsx";
import { CaseActions } from "./case-actions.tsx";
import { CaseTimeline } from "./case-timeline.tsx";
import { DueWorkings } from "./due-workings.tsx";
import { Payments } from "./payments.tsx";
import { ReceivedFiles } from "./received-files.tsx";
import { RowResults } from "./row-results.tsx";
import { words } from "./words.ts";

/** One case: where it is, what I have to do, its papers and payments. */
export function ApplicationPage() {
  const { number = "" } = useParams();
  return <RequireActor>{() => <Loaded key={number} number={number} />}</RequireActor>;
}

/** While papers are pressed or a payment is on its way the page looks again by itself. */
const LOOK_AGAIN_MS = 2_000;

export function useApplication(number: string) {
  const application = useAnswer(getApplication, { params: { number } });
  const isRendering = application.data?.documents.some(({ state }) => state === "rendering");
  return useAnswer(
    getApplication,
    { params: { number } },
    { refetchInterval: isRendering ? LOOK_AGAIN_MS : false },
  );
}

function Loaded({ number }: { number: string }) {
  const application = useApplication(number);
  return (
    <Awaited of={application} skeleton={{ shape: "card", count: 2 }}>
      {(answer) => <Case application={answer} />}
    </Awaited>
  );
}

function Case({ application }: { application: ApplicationJson }) {
  const { number, serviceName, state, stateName, facts, quote, documents, payments } = application;
  return (
    <>
      <PageHeader
        title={serviceName}
        crumbs={[
          { label: words.page.crumb, href: "/applications" },
          { label: words.page.number(number) },
        ]}
        meta={
          <>
            <StatusBadge state={state} name={stateName} />
            <span>{words.page.number(number)}</span>
          </>
        }
        actions={<PrintButton />}
      />
      <Beside asideLabel={words.page.progress} aside={<Progress application={application} />}>
        <Stack gap="large">
          <ToDo application={application} />
          <Refusal application={application} />
          {application.decidesRows ? <RowResults number={number} /> : null}
          {documents.length > 0 ? (
            <Card title={words.page.documents}>
              <DocumentList documents={documents} />
            </Card>
          ) : null}
          {application.evidence.length > 0 ? (
            <ReceivedFiles evidence={application.evidence} />
          ) : null}
          {payments.length > 0 ? <Payments payments={payments} /> : null}
          {quote && (quote.lines.length > 0 || quote.total || quote.figures.length > 0) ? (
            <QuoteTable quote={quote} title={quoteTitle(quote)} headingLevel={2} />
          ) : null}
          {facts.length > 0 ? (
            <Card title={words.page.facts}>
              <FigureList figures={facts} columns={2} />
            </Card>
          ) : null}
          {application.findings.length > 0 ? (
            <Card title={words.page.findings}>
              <FindingOverview findings={application.findings} label={words.page.findings} />
            </Card>
          ) : null}
        </Stack>
      </Beside>
    </>
  );
}

function Progress({ application }: { application: ApplicationJson }) {
  return (
    <Card title={words.page.progress}>
      <CaseTimeline application={application} />
      {application.dueReason ? (
        <div className="mt-4 border-t border-line pt-3">
          <p className="text-note text-ink-soft">{application.dueReason}</p>
          {application.dueWorkings ? <DueWorkings workings={application.dueWorkings} /> : null}
        </div>
      ) : null}
    </Card>
  );
}

function ToDo({ application }: { application: ApplicationJson }) {
  const { nextStep, dueOn, pausedOn, state } = application;
  const isEnded = ["done", "refused", "withdrawn", "lapsed"].includes(state);
  return (
    <Card title={isEnded ? words.page.result : words.page.toDo}>
      <p className="text-lead">{nextStep}</p>
      {pausedOn ? (
        <p className="text-warning">{words.page.paused(dateText(pausedOn))}</p>
      ) : dueOn ? (
        <p className="text-ink-soft">{words.page.due(dateText(dueOn))}</p>
      ) : null}
      <CaseActions application={application} />
    </Card>
  );
}

function Refusal({ application }: { application: ApplicationJson }) {
  const guide = useAnswer(
    guideOf(application.service),
    {},
    { enabled: application.state === "refused", staleTime: 60_000 },
  );
  const { refusal, findings, state } = application;
  if (state !== "refused") return null;
  return (
    <Stack>
      {refusal ? (
        <Card title={words.page.refused}>
          <ul className="list-disc pl-[1.25em]">
            {refusal.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {refusal.words ? <p className="mt-2">{refusal.words}</p> : null}
          <p className="mt-2 text-note text-ink-soft">{words.page.refusedHelp}</p>
        </Card>
      ) : null}
      <FindingCards findings={findings} {...linksOf(guide.data)} />
    </Stack>
  );
}
