import { usePages } from "@hall/client/use-pages";
import { type awaitedCaseSchema, listAwaited } from "@hall/contracts/backoffice/awaited";
import { DateText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { LinkButton } from "@hall/ui/link";
import { Pager } from "@hall/ui/pager";
import { type Column, Table } from "@hall/ui/table";
import { Tabs } from "@hall/ui/tabs";
import { useSearchParams } from "react-router";
import type { z } from "zod";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { words } from "./words.ts";

type Row = z.output<typeof awaitedCaseSchema>;
const views = ["all", "counter", "outside"] as const;

/** What waits for the counter or another office, first due first (EXT-1). */
export function AwaitedPage() {
  const [search, setSearch] = useSearchParams();
  const view = views.find((known) => known === search.get("whom")) ?? "all";
  const pages = usePages();
  const cases = useAnswer(
    listAwaited,
    {
      query: {
        ...(view === "all" ? {} : { whom: view }),
        ...(pages.cursor ? { cursor: pages.cursor } : {}),
      },
    },
    { refetchInterval: 30_000 },
  );
  return (
    <>
      <StaffHeader title={words.title} lead={words.lead} />
      <Tabs
        label={words.views}
        selected={view}
        onSelect={(id) => {
          pages.first();
          setSearch(id === "all" ? {} : { whom: id }, { replace: true });
        }}
        items={views.map((id) => ({
          id,
          title: words.view[id],
          content: (
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
                      columns={columns}
                      rowActions={({ number }) => (
                        <LinkButton
                          size="small"
                          href={`/awaited/${number}`}
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
          ),
        }))}
      />
    </>
  );
}

const columns: readonly Column<Row>[] = [
  {
    key: "due",
    title: words.due,
    isNoWrap: true,
    cell: ({ dueOn }) => (dueOn ? <DateText value={dueOn} /> : null),
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
  { key: "party", title: words.party, cell: ({ party }) => party },
  { key: "task", title: words.task, cell: ({ task }) => task },
];
