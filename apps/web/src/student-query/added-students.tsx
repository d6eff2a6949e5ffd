import { usePages } from "@hall/client/use-pages";
import { type AddedStudentJson, listStudentsAdded } from "@hall/contracts/services/student-query";
import { DateText, dateText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { LinkButton } from "@hall/ui/link";
import { Pager } from "@hall/ui/pager";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { GraduationCap } from "lucide-react";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import type { Span } from "./student-query-page.tsx";
import { words } from "./words.ts";

const ROWS_SHOWN = 50;

/** Students enrolled in the span, the latest first, numbers masked. */
export function AddedStudents({ span }: { readonly span: Span }) {
  const pages = usePages();
  const students = useAnswer(listStudentsAdded, {
    query: { ...span, limit: ROWS_SHOWN, ...(pages.cursor ? { cursor: pages.cursor } : {}) },
  });
  return (
    <Awaited of={students} skeleton={{ shape: "table", count: 8 }}>
      {({ items, nextCursor, total }) =>
        total === 0 ? (
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
            <p className="mb-2 text-note text-ink-soft">
              {words.total(total)}
              {total > ROWS_SHOWN ? `。${words.printNote}` : ""}
            </p>
            <Table
              caption={words.students}
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
              onFirst={pages.first}
              from={pages.depth * ROWS_SHOWN + 1}
              to={pages.depth * ROWS_SHOWN + items.length}
            />
          </>
        )
      }
    </Awaited>
  );
}

const tones = { payable: "waiting", paid: "solid", lapsed: "refused", reduced: "quiet" } as const;

const columns: readonly Column<AddedStudentJson>[] = [
  {
    key: "name",
    title: words.column.name,
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
  { key: "class", title: words.column.class, cell: ({ className }) => className },
  { key: "guardian", title: words.column.guardian, cell: ({ guardian }) => guardian },
  {
    key: "enrolled",
    title: words.column.enrolled,
    cell: ({ enrolledOn }) => <DateText value={enrolledOn} />,
  },
  { key: "year", title: words.column.year, cell: ({ year }) => words.yearOf(year) },
  {
    key: "state",
    title: words.column.state,
    cell: ({ state, stateName, paidOn }) => (
      <>
        <Badge tone={tones[state]}>{stateName}</Badge>
        {paidOn ? (
          <span className="block text-note text-ink-soft">{words.paidOn(dateText(paidOn))}</span>
        ) : null}
      </>
    ),
  },
];
