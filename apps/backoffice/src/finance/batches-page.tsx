import { usePages } from "@hall/client/use-pages";
import {
  batchStates,
  listPaymentBatches,
  type PaymentBatchJson,
} from "@hall/contracts/backoffice/payments";
import { InstantText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Link, LinkButton } from "@hall/ui/link";
import { Money } from "@hall/ui/money";
import { Pager } from "@hall/ui/pager";
import { SelectField } from "@hall/ui/select-field";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { words } from "./words.ts";

/** Batches of payment orders, the latest first (LDG-4). */
export function BatchesPage() {
  const [search, setSearch] = useSearchParams();
  const state = batchStates.find((known) => known === search.get("state"));
  const pages = usePages();
  const batches = useAnswer(
    listPaymentBatches,
    {
      query: {
        ...(state ? { state } : {}),
        ...(pages.cursor ? { cursor: pages.cursor } : {}),
      },
    },
    { keeps: true },
  );
  return (
    <>
      <StaffHeader title={words.batches.title} lead={words.batches.lead} />
      <div className="mb-4 max-w-short">
        <SelectField
          label={words.batches.state}
          isRequired
          value={state ?? "any"}
          onChange={(value) => {
            pages.first();
            setSearch(value === "any" ? {} : { state: value }, { replace: true });
          }}
          options={[
            { value: "any", label: words.batches.any },
            ...batchStates.map((value) => ({ value, label: words.batches.states[value] })),
          ]}
        />
      </div>
      <Awaited of={batches} skeleton={{ shape: "table", count: 5 }}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState
              title={words.batches.none}
              actions={<LinkButton href="/payments">{words.batches.toPayments}</LinkButton>}
            >
              {words.batches.noneLead}
            </EmptyState>
          ) : (
            <>
              <Table
                caption={words.batches.title}
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
              />
            </>
          )
        }
      </Awaited>
    </>
  );
}

const tones: Record<PaymentBatchJson["state"], BadgeTone> = {
  made: "waiting",
  released: "open",
  settled: "solid",
  discarded: "quiet",
};

export function BatchBadge({ state }: { readonly state: PaymentBatchJson["state"] }) {
  return <Badge tone={tones[state]}>{words.batches.states[state]}</Badge>;
}

const columns: readonly Column<PaymentBatchJson>[] = [
  {
    key: "id",
    title: words.batches.id,
    isRowHeader: true,
    isNoWrap: true,
    cell: ({ id }) => (
      <span className="font-code">
        <Link href={`/batches/${id}`}>{id}</Link>
      </span>
    ),
  },
  { key: "state", title: words.batches.state, cell: ({ state }) => <BatchBadge state={state} /> },
  { key: "orders", title: words.batches.orders, align: "end", cell: ({ orders }) => orders },
  {
    key: "total",
    title: words.batches.total,
    align: "end",
    cell: ({ totalFen }) => <Money fen={totalFen} />,
  },
  {
    key: "made",
    title: words.batches.made,
    cell: ({ madeBy, madeAt }) => (
      <>
        {madeBy} · <InstantText value={madeAt} />
      </>
    ),
  },
  {
    key: "released",
    title: words.batches.released,
    cell: ({ releasedBy, releasedAt }) =>
      releasedAt ? (
        <>
          {releasedBy} · <InstantText value={releasedAt} />
        </>
      ) : null,
  },
];
