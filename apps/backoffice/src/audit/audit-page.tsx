import { usePages } from "@hall/client/use-pages";
import { auditActionNames } from "@hall/contracts/backoffice/audit-actions";
import { type auditEventSchema, searchAudit } from "@hall/contracts/backoffice/insight";
import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { InstantText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Pager } from "@hall/ui/pager";
import { SelectField } from "@hall/ui/select-field";
import { type Column, Table } from "@hall/ui/table";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import type { z } from "zod";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { words } from "./words.ts";

type Event = z.output<typeof auditEventSchema>;

const fields = ["actor", "subject", "reference"] as const;
const days = ["from", "to"] as const;
type Name = (typeof fields)[number] | (typeof days)[number] | "action";

const helps: Readonly<Record<(typeof fields)[number], string>> = {
  actor: words.actorHelp,
  subject: words.subjectHelp,
  reference: words.referenceHelp,
};

/** The audit log, searchable by those who watch over the others (AUD-1). */
export function AuditPage() {
  const [search, setSearch] = useSearchParams();
  const pages = usePages();
  const query = Object.fromEntries(
    [...fields, ...days, "action"].flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const events = useAnswer(
    searchAudit,
    { query: { ...query, limit: 50, ...(pages.cursor ? { cursor: pages.cursor } : {}) } },
    { keeps: true },
  );
  return (
    <>
      <StaffHeader title={words.title} lead={words.lead} />
      <Filters
        key={search.toString()}
        search={search}
        onFind={(next) => {
          pages.first();
          setSearch(next);
        }}
      />
      <Awaited of={events} skeleton={{ shape: "table", count: 8 }}>
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

const ANY = "any";
const actions = [
  { value: ANY, label: words.anyAction },
  ...Object.entries(auditActionNames).map(([value, label]) => ({ value, label })),
];

type FiltersProps = {
  readonly search: URLSearchParams;
  readonly onFind: (next: Record<string, string>) => void;
};

function Filters({ search, onFind }: FiltersProps) {
  const [typed, setTyped] = useState<Readonly<Record<Name, string>>>(() => {
    const of = (name: Name) => search.get(name) ?? "";
    return {
      actor: of("actor"),
      subject: of("subject"),
      reference: of("reference"),
      action: of("action"),
      from: of("from"),
      to: of("to"),
    };
  });
  const set = (name: Name) => (value: string) => setTyped({ ...typed, [name]: value });
  const find = (event: FormEvent) => {
    event.preventDefault();
    const filled = Object.entries(typed).map(([name, value]) => [name, value.trim()] as const);
    onFind(Object.fromEntries(filled.filter(([, value]) => value !== "")));
  };
  return (
    <search className="mb-6 block">
      <form
        onSubmit={find}
        noValidate
        aria-label={words.filters}
        className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3"
      >
        {fields.map((name) => (
          <TextField
            key={name}
            label={words[name]}
            help={helps[name]}
            value={typed[name]}
            onChange={set(name)}
          />
        ))}
        <SelectField
          label={words.action}
          isRequired
          value={typed.action || ANY}
          onChange={(action) => set("action")(action === ANY ? "" : action)}
          options={actions}
        />
        {days.map((name) => (
          <DateField key={name} label={words[name]} value={typed[name]} onChange={set(name)} />
        ))}
        <div className="flex gap-2">
          <Button type="submit" variant="primary">
            {words.find}
          </Button>
          {search.size > 0 ? (
            <Button variant="quiet" onPress={() => onFind({})}>
              {words.clear}
            </Button>
          ) : null}
        </div>
      </form>
    </search>
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
      <span className="font-code text-note break-all">{reference ?? ""}</span>
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
