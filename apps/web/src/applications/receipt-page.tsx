import type { ApplicationJson } from "@hall/contracts/applications";
import { dateText } from "@hall/ui/date-text";
import { FigureList } from "@hall/ui/figure-text";
import { Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { QuoteTable } from "@hall/ui/quote-table";
import { Receipt } from "@hall/ui/receipt";
import { useParams } from "react-router";
import { Awaited } from "../app/awaited.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { quoteTitle } from "../apply/quote-title.ts";
import { DocumentList } from "../documents/document-list.tsx";
import { useApplication } from "./application-page.tsx";
import { words } from "./words.ts";

/** The answer to a submission: number, papers, what comes next and by when (APP-2). */
export function ReceiptPage() {
  const { number = "" } = useParams();
  return <RequireActor>{() => <Loaded key={number} number={number} />}</RequireActor>;
}

function Loaded({ number }: { number: string }) {
  const application = useApplication(number);
  return (
    <Awaited of={application} skeleton={{ shape: "card", count: 1 }}>
      {(answer) => <Filed application={answer} />}
    </Awaited>
  );
}

function Filed({ application }: { application: ApplicationJson }) {
  const { number, serviceName, submittedAt, documents, facts, quote } = application;
  return (
    <div className="mx-auto max-w-[52rem]">
      <PageHeader
        title={serviceName}
        crumbs={[
          { label: words.page.crumb, href: "/applications" },
          { label: words.receipt.crumb },
        ]}
      />
      <Stack gap="large">
        <Receipt
          title={titleOf(application)}
          number={number}
          at={submittedAt}
          next={nextOf(application)}
          files={application.evidence.map(({ fileName, receivedSha256, storedSha256 }) => ({
            name: fileName,
            receivedHash: receivedSha256,
            storedHash: storedSha256,
          }))}
          actions={
            <>
              <LinkButton href={`/applications/${number}`} variant="primary">
                {words.receipt.toCase}
              </LinkButton>
              <PrintButton />
              <LinkButton href="/services">{words.receipt.again}</LinkButton>
            </>
          }
        >
          {documents.length > 0 ? (
            <div>
              <h3 className="mb-1 font-semibold">{words.receipt.documents}</h3>
              <DocumentList documents={documents} />
            </div>
          ) : null}
          {facts.length > 0 ? (
            <div>
              <h3 className="mb-1 font-semibold">{words.receipt.facts}</h3>
              <FigureList figures={facts} columns={2} />
            </div>
          ) : null}
        </Receipt>
        {quote && (quote.lines.length > 0 || quote.total || quote.figures.length > 0) ? (
          <QuoteTable quote={quote} title={quoteTitle(quote)} headingLevel={2} />
        ) : null}
      </Stack>
    </div>
  );
}

function titleOf({ state }: ApplicationJson): string {
  if (state === "done") return words.receipt.title.done;
  return state === "refused" ? words.receipt.title.refused : words.receipt.title.open;
}

function nextOf({ state, nextStep, dueOn }: ApplicationJson): string {
  if (state === "done") return words.receipt.next.done;
  return dueOn
    ? words.receipt.next.by(nextStep, dateText(dueOn))
    : words.receipt.next.open(nextStep);
}
