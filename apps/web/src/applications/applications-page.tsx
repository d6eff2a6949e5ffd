import { usePages } from "@hall/client/use-pages";
import { type ApplicationSummaryJson, listApplications } from "@hall/contracts/applications";
import { DateText, InstantText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Link, LinkButton } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { Pager } from "@hall/ui/pager";
import { StatusBadge } from "@hall/ui/status-badge";
import { Table } from "@hall/ui/table";
import { Tabs } from "@hall/ui/tabs";
import { FileText } from "lucide-react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { MyHumanReviews } from "../refusals/my-human-reviews.tsx";
import { words } from "./words.ts";

/** Every case of mine or of my unit, the open ones first in sight. */
export function ApplicationsPage() {
  const [query, setQuery] = useSearchParams();
  const shown = query.get("show") === "all" ? "all" : "open";
  return (
    <RequireActor>
      {(actor) => (
        <>
          <PageHeader
            title={actor.kind === "agent" ? words.list.unitTitle : words.list.title}
            lead={words.list.lead}
          />
          <Tabs
            label={words.list.filter}
            selected={shown}
            onSelect={(id) => setQuery(id === "all" ? { show: "all" } : {}, { replace: true })}
            items={[
              { id: "open", title: words.list.open, content: <Cases key="open" isOpenOnly /> },
              { id: "all", title: words.list.all, content: <Cases key="all" isOpenOnly={false} /> },
            ]}
          />
        </>
      )}
    </RequireActor>
  );
}

function Cases({ isOpenOnly }: { isOpenOnly: boolean }) {
  const pages = usePages();
  const cases = useAnswer(listApplications, {
    query: {
      limit: 20,
      ...(pages.cursor ? { cursor: pages.cursor } : {}),
      ...(isOpenOnly ? { open: "true" as const } : {}),
    },
  });
  return (
    <div>
      <Awaited of={cases} skeleton={{ shape: "table", count: 5 }}>
        {({ items, nextCursor }) =>
          items.length === 0 && pages.depth === 0 ? (
            <EmptyState
              icon={<FileText />}
              title={isOpenOnly ? words.list.emptyOpen : words.list.empty}
              actions={<LinkButton href="/services">{words.list.toServices}</LinkButton>}
            >
              {words.list.emptyHelp}
            </EmptyState>
          ) : (
            <>
              <Table
                caption={words.list.caption}
                isCaptionHidden
                rows={items}
                rowKey={({ number }) => number}
                rowName={({ serviceName }) => serviceName}
                columns={columns}
              />
              <Pager
                depth={pages.depth}
                hasNext={nextCursor !== null}
                isPending={cases.isFetching}
                onNext={() => pages.next(nextCursor)}
                onPrevious={pages.previous}
              />
            </>
          )
        }
      </Awaited>
      {pages.depth === 0 ? <MyHumanReviews isOpenOnly={isOpenOnly} /> : null}
    </div>
  );
}

const columns = [
  {
    key: "service",
    title: words.list.service,
    isRowHeader: true,
    cell: (row: ApplicationSummaryJson) => (
      <>
        <Link href={`/applications/${row.number}`}>{row.serviceName}</Link>
        <span className="block font-code text-note font-normal text-ink-soft">{row.number}</span>
      </>
    ),
  },
  {
    key: "state",
    title: words.list.state,
    cell: (row: ApplicationSummaryJson) => <StatusBadge state={row.state} name={row.stateName} />,
  },
  { key: "next", title: words.list.next, cell: (row: ApplicationSummaryJson) => row.nextStep },
  {
    key: "due",
    title: words.list.due,
    cell: (row: ApplicationSummaryJson) =>
      row.dueOn ? <DateText value={row.dueOn} /> : words.list.noDue,
  },
  {
    key: "submitted",
    title: words.list.submitted,
    cell: (row: ApplicationSummaryJson) => <InstantText value={row.submittedAt} />,
  },
];
