import { usePages } from "@hall/client/use-pages";
import {
  type ledgerSumsSchema,
  listLedger,
  type PostingJson,
} from "@hall/contracts/backoffice/ledger";
import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { DateText, InstantText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { KeyValue } from "@hall/ui/key-value";
import { Stack } from "@hall/ui/layout";
import { Money } from "@hall/ui/money";
import { Pager } from "@hall/ui/pager";
import { type Column, Table } from "@hall/ui/table";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import type { z } from "zod";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { Balance } from "./balance.tsx";
import { occasionName } from "./names.ts";
import { words } from "./words.ts";

const filters = ["application", "account", "day"] as const;

/** The ledger: what each account holds, and the postings by case, account or day (LDG-1). */
export function LedgerPage() {
  const [search, setSearch] = useSearchParams();
  const pages = usePages();
  const query = Object.fromEntries(
    filters.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const ledger = useAnswer(
    listLedger,
    { query: { ...query, ...(pages.cursor ? { cursor: pages.cursor } : {}) } },
    { keeps: true },
  );
  return (
    <>
      <StaffHeader title={words.ledger.title} lead={words.ledger.lead} />
      <Filters
        key={search.toString()}
        search={search}
        onFind={(next) => {
          pages.first();
          setSearch(next);
        }}
      />
      <Awaited of={ledger} skeleton={{ shape: "table", count: 6 }}>
        {({ sums, items, nextCursor }) => (
          <div className="grid items-start gap-x-8 gap-y-6 2xl:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="2xl:order-last">
              <Sums sums={sums} />
            </div>
            <Section title={words.ledger.postings}>
              {items.length === 0 ? (
                <EmptyState title={words.ledger.none}>{words.ledger.noneLead}</EmptyState>
              ) : (
                <Table
                  caption={words.ledger.postings}
                  isCaptionHidden
                  isDense
                  rows={items}
                  rowKey={({ id }) => id}
                  columns={columns}
                />
              )}
              <Pager
                depth={pages.depth}
                hasNext={nextCursor !== null}
                onNext={() => pages.next(nextCursor)}
                onPrevious={pages.previous}
                onFirst={pages.first}
              />
            </Section>
          </div>
        )}
      </Awaited>
    </>
  );
}

type FiltersProps = {
  readonly search: URLSearchParams;
  readonly onFind: (next: Record<string, string>) => void;
};

function Filters({ search, onFind }: FiltersProps) {
  const [application, setApplication] = useState(search.get("application") ?? "");
  const [account, setAccount] = useState(search.get("account") ?? "");
  const [day, setDay] = useState(search.get("day") ?? "");
  const find = (event: FormEvent) => {
    event.preventDefault();
    const typed = { application: application.trim(), account: account.trim(), day: day.trim() };
    onFind(Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== "")));
  };
  return (
    <search className="mb-6 block">
      <form
        onSubmit={find}
        noValidate
        aria-label={words.ledger.filters}
        className="grid items-end gap-4 sm:grid-cols-[repeat(3,minmax(0,14rem))_auto]"
      >
        <TextField
          label={words.ledger.byCase}
          inputMode="numeric"
          value={application}
          onChange={setApplication}
        />
        <TextField label={words.ledger.byAccount} value={account} onChange={setAccount} />
        <DateField label={words.ledger.byDay} value={day} onChange={setDay} />
        <div className="flex gap-2">
          <Button type="submit" variant="primary">
            {words.ledger.find}
          </Button>
          {search.size > 0 ? (
            <Button variant="quiet" onPress={() => onFind({})}>
              {words.ledger.clear}
            </Button>
          ) : null}
        </div>
      </form>
    </search>
  );
}

function Sums({ sums }: { sums: z.output<typeof ledgerSumsSchema> }) {
  return (
    <Section title={words.ledger.sums}>
      <KeyValue
        isNumeric
        items={[
          ...sums.control.map(({ name, balanceFen }) => ({
            label: name,
            value: <Balance fen={balanceFen} />,
          })),
          {
            label: words.ledger.customers(sums.customers.accounts),
            value: <Balance fen={sums.customers.balanceFen} />,
          },
          { label: words.ledger.sum, value: <Balance fen={sums.sumFen} isStrong /> },
        ]}
      />
    </Section>
  );
}

const columns: readonly Column<PostingJson>[] = [
  {
    key: "day",
    title: words.ledger.day,
    isNoWrap: true,
    cell: ({ businessDay, postedAt }) => (
      <Stack gap="small">
        <DateText value={businessDay} />
        <span className="text-note text-ink-soft">
          {words.ledger.posted} <InstantText value={postedAt} />
        </span>
      </Stack>
    ),
  },
  {
    key: "memo",
    title: words.ledger.memo,
    isRowHeader: true,
    cell: ({ memo, applicationNumber, effect }) => (
      <>
        {memo}
        <span className="block text-note font-normal break-all text-ink-soft">
          {[applicationNumber, occasionName(effect)].filter(Boolean).join(" · ")}
        </span>
      </>
    ),
  },
  {
    key: "account",
    title: words.ledger.account,
    isNoWrap: true,
    cell: ({ lines }) => <Lines of={lines} show={({ name }) => name} />,
  },
  {
    key: "debit",
    title: words.ledger.debit,
    align: "end",
    isNoWrap: true,
    cell: ({ lines }) => (
      <Lines
        of={lines}
        show={({ amountFen }) => (amountFen < 0 ? <Money fen={-amountFen} /> : null)}
      />
    ),
  },
  {
    key: "credit",
    title: words.ledger.credit,
    align: "end",
    isNoWrap: true,
    cell: ({ lines }) => (
      <Lines
        of={lines}
        show={({ amountFen }) => (amountFen > 0 ? <Money fen={amountFen} /> : null)}
      />
    ),
  },
];

type LinesProps = {
  readonly of: PostingJson["lines"];
  readonly show: (line: PostingJson["lines"][number]) => ReactNode;
};

/** One line for each entry, empty ones too: entries stand beside each other across the cells. */
function Lines({ of, show }: LinesProps) {
  return of.map((line) => (
    <span key={line.account} className="block">
      {show(line) ?? "\u00a0"}
    </span>
  ));
}
