import type { StandingJson } from "@hall/contracts/directory";
import type { StudentScopeJson } from "@hall/contracts/services/student-query";
import { dateText, parseDay } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { Tabs } from "@hall/ui/tabs";
import { Search } from "lucide-react";
import { useSearchParams } from "react-router";
import { askedViewOf, standingOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { DaysForm } from "../queries/days-form.tsx";
import { QueryPage } from "../queries/query-page.tsx";
import { ViewAnswer } from "../queries/view-answer.tsx";
import { AddedStudents } from "./added-students.tsx";
import { ClassSummary } from "./class-summary.tsx";
import { ExportButtons } from "./export-buttons.tsx";
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
    <QueryPage
      service={service}
      title={words.title}
      lead={words.lead}
      from={{ label: words.unitCrumb, href: "/unit" }}
    >
      <Query />
    </QueryPage>
  );
}

/** What the address says; what it doesn't say the hall knows, whose day counts and not the browser's. */
function Query() {
  const [address] = useSearchParams();
  const standing = useAnswer(standingOf(service), {});
  return (
    <Awaited of={standing} skeleton={{ shape: "table", count: 6 }}>
      {({ defaults }) => <Asked span={spanOf(address, defaults)} />}
    </Awaited>
  );
}

function Asked({ span }: { readonly span: Span }) {
  const [address, setAddress] = useSearchParams();
  const listing = address.get("show") === "summary" ? "summary" : "students";
  const scope = useAnswer(scopeView, { query: span });
  const key = `${span.start} ${span.end}`;
  return (
    <Stack gap="medium">
      <DaysForm
        key={key}
        days={[
          { name: "start", label: words.start },
          { name: "end", label: words.end },
        ]}
        start={span}
        ask={words.ask}
        asking={words.asking}
        icon={<Search />}
        isPending={scope.isFetching}
        onAsk={(next) => setAddress({ ...next, show: listing }, { replace: true })}
      />
      <ViewAnswer service={service} answer={scope} skeleton={{ shape: "table", count: 6 }}>
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
      </ViewAnswer>
    </Stack>
  );
}

function spanOf(address: URLSearchParams, defaults: StandingJson["defaults"]): Span {
  const day = (name: keyof Span) => parseDay(address.get(name) ?? "") ?? String(defaults[name]);
  return { start: day("start"), end: day("end") };
}
