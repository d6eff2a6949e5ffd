import { usePages } from "@hall/client/use-pages";
import {
  listReviewRequests,
  type ReviewRequestSummary,
} from "@hall/contracts/backoffice/human-reviews";
import { DateText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { LinkButton } from "@hall/ui/link";
import { Pager } from "@hall/ui/pager";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { Tabs } from "@hall/ui/tabs";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { words } from "./words.ts";

const views = ["waiting", "answered"] as const;

/** Refusals by machine that wait for a human, first due first (XPL-13). */
export function RequestsPage() {
  const [search, setSearch] = useSearchParams();
  const view = views.find((known) => known === search.get("state")) ?? "waiting";
  const pages = usePages();
  const requests = useAnswer(
    listReviewRequests,
    { query: { state: view, ...(pages.cursor ? { cursor: pages.cursor } : {}) } },
    { refetchInterval: 30_000 },
  );
  const content = (
    <Awaited of={requests} skeleton={{ shape: "table", count: 5 }}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <EmptyState title={words.none[view]}>{words.noneLead}</EmptyState>
        ) : (
          <>
            <Table
              caption={words.title}
              isCaptionHidden
              isDense
              rows={items}
              rowKey={({ number }) => number}
              columns={columns}
              rowActions={({ number }) => (
                <LinkButton
                  size="small"
                  href={`/human-reviews/${number}`}
                  aria-label={words.openNamed(number)}
                >
                  {words.open}
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
  return (
    <>
      <StaffHeader title={words.title} lead={words.lead} />
      <Tabs
        label={words.views}
        selected={view}
        onSelect={(id) => {
          pages.first();
          setSearch(id === "waiting" ? {} : { state: id }, { replace: true });
        }}
        items={views.map((id) => ({ id, title: words.view[id], content }))}
      />
    </>
  );
}

const columns: readonly Column<ReviewRequestSummary>[] = [
  {
    key: "due",
    title: words.due,
    isNoWrap: true,
    cell: ({ dueOn, isOverdue }) => (
      <>
        {dueOn ? <DateText value={dueOn} /> : null}{" "}
        {isOverdue ? <Badge tone="refused">{words.overdue}</Badge> : null}
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
  { key: "service", title: words.service, cell: ({ serviceName }) => serviceName },
  { key: "applicant", title: words.applicant, isNoWrap: true, cell: (row) => row.applicant },
  { key: "rule", title: words.rule, isNoWrap: true, cell: ({ rule }) => rule },
  { key: "message", title: words.message, cell: ({ message }) => message },
];
