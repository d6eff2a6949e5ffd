import type { StudentScopeJson } from "@hall/contracts/services/student-query";
import { dateText, parseDay } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { Skeleton } from "@hall/ui/skeleton";
import { Tabs } from "@hall/ui/tabs";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { askedViewOf, guideOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { RequireActor } from "../app/require-actor.tsx";
import { ViewRefused } from "../app/view-refused.tsx";
import { words as applyWords } from "../apply/words.ts";
import { guidePath } from "../directory/service-path.ts";
import { AddedStudents } from "./added-students.tsx";
import { ClassSummary } from "./class-summary.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { SpanForm } from "./span-form.tsx";
import { words } from "./words.ts";

const service = "student-query";

export interface Span {
  readonly start: string;
  readonly end: string;
}

const scopeView = askedViewOf<Span, StudentScopeJson>(service, "scope");

/** A school's students by the day of their enrolment (STQ-1); what is asked stands in the address. */
export function StudentQueryPage() {
  return (
    <RequireActor>
      {() => (
        <>
          <PageHeader
            title={words.title}
            lead={words.lead}
            crumbs={[
              { label: words.unitCrumb, href: "/unit" },
              { label: applyWords.guide, href: guidePath(service) },
              { label: words.title },
            ]}
            actions={<PrintButton />}
          />
          <Query />
        </>
      )}
    </RequireActor>
  );
}

function Query() {
  const [address, setAddress] = useSearchParams();
  const span = spanOf(address);
  const listing = address.get("show") === "summary" ? "summary" : "students";
  const scope = useAnswer(scopeView, { query: span });
  const ask = (next: Span) => setAddress({ ...next, show: listing }, { replace: true });
  const key = `${span.start} ${span.end}`;
  return (
    <Stack gap="medium">
      <SpanForm key={key} span={span} isPending={scope.isFetching} onAsk={ask} />
      <Scope answer={scope}>
        {(shown) => (
          <>
            <p className="font-semibold">
              {words.shown(shown.unitName, dateText(shown.start), dateText(shown.end))}
            </p>
            <Tabs
              label={words.listing}
              selected={listing}
              onSelect={(id) => setAddress({ ...span, show: id }, { replace: true })}
              items={[
                {
                  id: "students",
                  title: words.students,
                  content: (
                    <>
                      <ExportButtons listing="students" span={span} exports={shown.exports} />
                      <AddedStudents key={key} span={span} />
                    </>
                  ),
                },
                {
                  id: "summary",
                  title: words.summary,
                  content: (
                    <>
                      <ExportButtons listing="summary" span={span} exports={shown.exports} />
                      <ClassSummary span={span} />
                    </>
                  ),
                },
              ]}
            />
          </>
        )}
      </Scope>
    </Stack>
  );
}

type ScopeProps = {
  readonly answer: {
    readonly data: StudentScopeJson | undefined;
    readonly isError: boolean;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly children: (scope: StudentScopeJson) => ReactNode;
};

/** Whether it may be looked at, before any row is asked for. */
function Scope({ answer, children }: ScopeProps) {
  const { data, isError, error, refetch } = answer;
  const guide = useAnswer(guideOf(service), {}, { enabled: isError, staleTime: 60_000 });
  if (isError) {
    return <ViewRefused error={error} guide={guide.data} onRetry={() => void refetch()} />;
  }
  return data === undefined ? <Skeleton shape="table" count={6} /> : children(data);
}

function spanOf(address: URLSearchParams): Span {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const day = (name: string) => parseDay(address.get(name) ?? "");
  return { start: day("start") ?? `${today.slice(0, 4)}-01-01`, end: day("end") ?? today };
}
