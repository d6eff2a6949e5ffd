import type { AnswerOf } from "@hall/client/operation";
import type { Pages } from "@hall/client/use-pages";
import type { counterCaseSchema, listCounterCases } from "@hall/contracts/backoffice/counter-cases";
import { DateText, InstantText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { LinkButton } from "@hall/ui/link";
import { Pager } from "@hall/ui/pager";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import type { UseQueryResult } from "@tanstack/react-query";
import type { z } from "zod";
import { Awaited } from "../app/awaited.tsx";
import { words } from "./words.ts";

type Row = Omit<z.output<typeof counterCaseSchema>, "steps">;
type Listed = AnswerOf<NonNullable<(typeof listCounterCases)["answer"]>>;

type CounterTableProps = { readonly cases: UseQueryResult<Listed>; readonly pages: Pages };

/** The latest taken in first. */
export function CounterTable({ cases, pages }: CounterTableProps) {
  return (
    <Awaited of={cases} skeleton={{ shape: "table", count: 5 }}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <EmptyState title={words.none}>{words.noneLead}</EmptyState>
        ) : (
          <>
            <Table
              caption={words.title}
              isCaptionHidden
              isDense
              rows={items}
              rowKey={({ number }) => number}
              rowMark={({ mark }) => (mark === "overdue" ? "fault" : undefined)}
              columns={columns}
              rowActions={({ number }) => (
                <LinkButton
                  size="small"
                  href={`/counter/${number}`}
                  aria-label={words.openNamed(number)}
                >
                  {words.openCase}
                </LinkButton>
              )}
            />
            <Pager
              depth={pages.depth}
              hasNext={nextCursor !== null}
              onNext={() => pages.next(nextCursor)}
              onPrevious={pages.previous}
              onFirst={pages.first}
            />
          </>
        )
      }
    </Awaited>
  );
}

const columns: readonly Column<Row>[] = [
  {
    key: "due",
    title: words.due,
    isNoWrap: true,
    cell: ({ dueOn, mark, outcomeName }) => (
      <>
        {dueOn ? <DateText value={dueOn} /> : words.noDue}
        <span className="ml-2">
          <DueBadge mark={mark} outcomeName={outcomeName} />
        </span>
      </>
    ),
  },
  {
    key: "number",
    title: words.number,
    isRowHeader: true,
    isNoWrap: true,
    cell: ({ number }) => <span className="font-code font-normal">{number}</span>,
  },
  { key: "matter", title: words.matter, cell: ({ matter }) => matter },
  {
    key: "person",
    title: words.person,
    isNoWrap: true,
    cell: ({ maskedName, personalNumber }) => `${maskedName} ${personalNumber}`,
  },
  {
    key: "accepted",
    title: words.accepted,
    isNoWrap: true,
    cell: ({ acceptedAt }) => <InstantText value={acceptedAt} />,
  },
  { key: "step", title: words.step, isNoWrap: true, cell: ({ step }) => step },
];

const tones = {
  overdue: "refused",
  today: "waiting",
  "in-time": "quiet",
  paused: "quiet",
  "calendar-missing": "waiting",
} as const;

/** How an open case stands to its due date, or how it ended. */
export function DueBadge({ mark, outcomeName }: Pick<Row, "mark" | "outcomeName">) {
  return mark ? (
    <Badge tone={tones[mark]}>{words.marks[mark]}</Badge>
  ) : (
    <Badge tone="solid">{outcomeName ?? ""}</Badge>
  );
}
