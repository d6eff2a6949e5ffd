import { useAct } from "@hall/client/use-act";
import { usePages } from "@hall/client/use-pages";
import { auditActionNames } from "@hall/contracts/backoffice/audit-actions";
import {
  type auditEventSchema,
  exportAudit,
  searchAudit,
} from "@hall/contracts/backoffice/insight";
import { Button } from "@hall/ui/button";
import { InstantText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Pager } from "@hall/ui/pager";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { type Column, Table } from "@hall/ui/table";
import { Download } from "lucide-react";
import { useSearchParams } from "react-router";
import type { z } from "zod";
import { callRaw } from "../api/call.ts";
import { saveFile } from "../api/save-file.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { AuditFilters, type AuditQuery, queryOf } from "./audit-filters.tsx";
import { useChainCheck } from "./chain-check.tsx";
import { words } from "./words.ts";

type Event = z.output<typeof auditEventSchema>;

const PAGE = 50;

/** The audit log, searchable by those who watch over the others (AUD-1). */
export function AuditPage() {
  const [search, setSearch] = useSearchParams();
  const pages = usePages();
  const query = queryOf(search);
  const events = useAnswer(
    searchAudit,
    { query: { ...query, limit: PAGE, ...(pages.cursor ? { cursor: pages.cursor } : {}) } },
    { keeps: true },
  );
  const nextCursor = events.data?.nextCursor ?? null;
  useShortcuts([
    { keys: ["]", "】"], words: words.keys.nextPage, run: () => pages.next(nextCursor) },
    { keys: ["[", "【"], words: words.keys.previousPage, run: pages.previous },
  ]);
  const chain = useChainCheck();
  return (
    <>
      <StaffHeader
        title={words.title}
        lead={words.lead}
        actions={
          <div className="flex flex-wrap gap-2">
            {chain.button}
            <Export query={query} />
          </div>
        }
      />
      {chain.result}
      <AuditFilters
        key={search.toString()}
        search={search}
        onFind={(next) => {
          pages.first();
          setSearch(next);
        }}
      />
      <Awaited of={events} skeleton={{ shape: "table", count: 8 }}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.none}>{words.noneLead}</EmptyState>
          ) : (
            <>
              <Table
                caption={words.title}
                isCaptionHidden
                isDense
                rows={items}
                rowKey={({ id }) => id}
                columns={columns}
              />
              <Pager
                depth={pages.depth}
                hasNext={nextCursor !== null}
                onNext={() => pages.next(nextCursor)}
                onPrevious={pages.previous}
                onFirst={pages.first}
                from={pages.depth * PAGE + Math.min(1, items.length)}
                to={pages.depth * PAGE + items.length}
              />
            </>
          )
        }
      </Awaited>
    </>
  );
}

/** What the search finds as a workbook; the export is logged as well. */
function Export({ query }: { readonly query: AuditQuery }) {
  const act = useAct(async () => {
    const response = await callRaw(exportAudit, { query });
    saveFile(await response.blob(), words.fileName);
  });
  return (
    <>
      <Button
        icon={<Download />}
        isPending={act.isPending}
        pendingText={words.exporting}
        onPress={() => void act.run()}
      >
        {words.export}
      </Button>
      {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
    </>
  );
}

const columns: readonly Column<Event>[] = [
  { key: "at", title: words.at, isNoWrap: true, cell: ({ at }) => <InstantText value={at} /> },
  {
    key: "action",
    title: words.action,
    isRowHeader: true,
    isNoWrap: true,
    cell: ({ action }) => (auditActionNames as Readonly<Record<string, string>>)[action] ?? action,
  },
  {
    key: "actor",
    title: words.actor,
    cell: ({ actor, actorKind }) => (
      <>
        {actor ?? ""}
        <span className="block text-note text-ink-soft">
          {words.actorKinds[actorKind] ?? actorKind}
        </span>
      </>
    ),
  },
  { key: "subject", title: words.subject, cell: ({ subject }) => subject ?? "" },
  {
    key: "reference",
    title: words.reference,
    cell: ({ reference }) => (
      <span
        className={`font-code text-note ${/^\d+$/.test(reference ?? "") ? "whitespace-nowrap" : "break-all"}`}
      >
        {reference ?? ""}
      </span>
    ),
  },
  { key: "details", title: words.detail, cell: ({ details }) => <Details of={details} /> },
  { key: "address", title: words.address, isNoWrap: true, cell: ({ address }) => address ?? "" },
  {
    key: "position",
    title: words.position,
    align: "end",
    isNoWrap: true,
    cell: ({ position }) => position ?? words.unchained,
  },
];

function Details({ of: details }: { of: Event["details"] }) {
  return (
    <span className="flex flex-wrap gap-x-3 text-note text-ink-soft">
      {details.map(({ name, text }) => (
        <span key={name} className="break-all">
          {name}：{text}
        </span>
      ))}
    </span>
  );
}
