// A page of its own: after enrolling, the school has to see who has paid and whose registration
// has lapsed (STE-6), which no application's page shows.

import { usePages } from "@hall/client/use-pages";
import type { StandingJson } from "@hall/contracts/directory";
import {
  type EnrolledStudentJson,
  listEnrolledStudents,
} from "@hall/contracts/services/student-enrolment";
import { DateText, dateText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { LinkButton } from "@hall/ui/link";
import { Money } from "@hall/ui/money";
import { PageHeader } from "@hall/ui/page-header";
import { Pager } from "@hall/ui/pager";
import { PrintButton } from "@hall/ui/print-button";
import { SelectField } from "@hall/ui/select-field";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { Tabs } from "@hall/ui/tabs";
import { GraduationCap } from "lucide-react";
import { useSearchParams } from "react-router";
import { standingOf } from "../../api/family.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Awaited } from "../../app/awaited.tsx";
import { RequireActor } from "../../app/require-actor.tsx";
import { words } from "./words.ts";

type State = EnrolledStudentJson["state"];
type Choice = StandingJson["choices"][string][number];
const states: readonly State[] = ["payable", "lapsed", "paid", "reduced"];

/** The school's students with what is paid, due and lapsed. */
export function StudentsPage() {
  return (
    <RequireActor>
      {() => (
        <>
          <PageHeader
            title={words.title}
            lead={words.lead}
            crumbs={[{ label: words.crumb, href: "/unit" }, { label: words.title }]}
            actions={
              <>
                <LinkButton href="/services/student-enrolment/apply" variant="primary">
                  {words.enrol}
                </LinkButton>
                <PrintButton />
              </>
            }
          />
          <Students />
        </>
      )}
    </RequireActor>
  );
}

function Students() {
  const [query, setQuery] = useSearchParams();
  const shown = states.find((state) => state === query.get("state"));
  const year = Number(query.get("year")) || undefined;
  const first = useAnswer(listEnrolledStudents, {
    query: { limit: 20, ...(year ? { year } : {}) },
  });
  const standing = useAnswer(standingOf("student-enrolment"), {});
  const years = yearsToShow(standing.data?.choices["year"] ?? [], year);
  const change = (part: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(part)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setQuery(next, { replace: true });
  };
  const counts = first.data?.counts;
  const tab = (id: string, title: string, count?: number) => ({
    id,
    title,
    ...(count === undefined ? {} : { count }),
    content: <StudentTable key={`${id} ${year}`} state={shown} year={year} />,
  });
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-short">
        <SelectField
          label={words.year}
          isRequired
          value={year ? String(year) : "all"}
          onChange={(value) => change({ year: value === "all" ? "" : value })}
          options={[
            { value: "all", label: words.everyYear },
            ...years.map((each) => ({ value: String(each), label: words.yearOf(each) })),
          ]}
        />
      </div>
      <Tabs
        label={words.filter}
        selected={shown ?? "all"}
        onSelect={(id) => change({ state: id === "all" ? "" : id })}
        items={[
          tab("all", words.all),
          ...states.map((state) => tab(state, words.states[state], counts?.[state])),
        ]}
      />
    </div>
  );
}

/** The newest first: those that are open by the hall's day, the one before, and what was chosen. */
function yearsToShow(open: readonly Choice[], chosen: number | undefined): readonly number[] {
  const years = open.map(({ value }) => Number(value));
  const before = years.length > 0 ? [Math.min(...years) - 1] : [];
  const all = new Set([...years, ...before, ...(chosen ? [chosen] : [])]);
  return [...all].sort((one, other) => other - one);
}

type StudentTableProps = {
  readonly state: State | undefined;
  readonly year: number | undefined;
};

function StudentTable({ state, year }: StudentTableProps) {
  const pages = usePages();
  const students = useAnswer(listEnrolledStudents, {
    query: {
      limit: 50,
      ...(state ? { state } : {}),
      ...(year ? { year } : {}),
      ...(pages.cursor ? { cursor: pages.cursor } : {}),
    },
  });
  return (
    <div>
      <Awaited of={students} skeleton={{ shape: "table", count: 8 }}>
        {({ items, nextCursor }) =>
          items.length === 0 && pages.depth === 0 ? (
            <EmptyState
              icon={<GraduationCap />}
              title={words.empty}
              actions={
                <LinkButton href="/services/student-enrolment/apply">{words.enrol}</LinkButton>
              }
            >
              {words.emptyHelp}
            </EmptyState>
          ) : (
            <>
              <Table
                caption={words.caption}
                isCaptionHidden
                rows={items}
                rowKey={({ id }) => id}
                rowName={({ name }) => name}
                columns={columns}
              />
              <Pager
                depth={pages.depth}
                hasNext={nextCursor !== null}
                isPending={students.isFetching}
                onNext={() => pages.next(nextCursor)}
                onPrevious={pages.previous}
              />
            </>
          )
        }
      </Awaited>
    </div>
  );
}

const tones = { payable: "waiting", paid: "solid", lapsed: "refused", reduced: "quiet" } as const;

const columns: readonly Column<EnrolledStudentJson>[] = [
  {
    key: "name",
    title: words.name,
    isRowHeader: true,
    cell: ({ name, maskedIdentityNumber }) => (
      <>
        {name}
        <span className="block font-code text-note font-normal text-ink-soft">
          {maskedIdentityNumber}
        </span>
      </>
    ),
  },
  { key: "class", title: words.class, cell: ({ className }) => className },
  {
    key: "guardian",
    title: words.guardian,
    cell: ({ guardian, maskedMobile }) => (
      <>
        {guardian}
        <span className="block text-note text-ink-soft">{maskedMobile}</span>
      </>
    ),
  },
  {
    key: "year",
    title: words.year,
    cell: ({ year }) => words.yearOf(year),
  },
  {
    key: "premium",
    title: words.premium,
    align: "end",
    cell: ({ premiumFen }) => <Money fen={premiumFen} />,
  },
  {
    key: "state",
    title: words.state,
    cell: ({ state, stateName, paidOn }) => (
      <>
        <Badge tone={tones[state]}>{stateName}</Badge>
        {paidOn ? (
          <span className="block text-note text-ink-soft">{words.paidOn(dateText(paidOn))}</span>
        ) : null}
      </>
    ),
  },
  { key: "payBy", title: words.payBy, cell: ({ payBy }) => <DateText value={payBy} /> },
];
