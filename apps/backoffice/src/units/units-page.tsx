import type { AnswerOf } from "@hall/client/operation";
import { usePages } from "@hall/client/use-pages";
import { listUnits } from "@hall/contracts/backoffice/units";
import { Button } from "@hall/ui/button";
import { EmptyState } from "@hall/ui/empty-state";
import { LinkButton } from "@hall/ui/link";
import { Pager } from "@hall/ui/pager";
import { type Column, Table } from "@hall/ui/table";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { words } from "./words.ts";

type Row = AnswerOf<NonNullable<(typeof listUnits)["answer"]>>["items"][number];

/** Units with what is opened to each, found by code or name. */
export function UnitsPage() {
  const [search, setSearch] = useSearchParams();
  const pages = usePages();
  const asked = search.get("search") ?? "";
  const units = useAnswer(
    listUnits,
    {
      query: {
        ...(asked ? { search: asked } : {}),
        ...(pages.cursor ? { cursor: pages.cursor } : {}),
      },
    },
    { keeps: true },
  );
  return (
    <>
      <StaffHeader title={words.title} lead={words.lead} />
      <FindForm
        key={asked}
        asked={asked}
        onFind={(typed) => {
          pages.first();
          setSearch(typed ? { search: typed } : {});
        }}
      />
      <Awaited of={units} skeleton={{ shape: "table", count: 6 }}>
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
                rowKey={({ code }) => code}
                columns={columns}
                rowActions={({ code, name }) => (
                  <LinkButton
                    size="small"
                    href={`/units/${code}`}
                    aria-label={words.openNamed(name)}
                  >
                    {words.openUnit}
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
    </>
  );
}

type FindFormProps = { readonly asked: string; readonly onFind: (typed: string) => void };

function FindForm({ asked, onFind }: FindFormProps) {
  const [typed, setTyped] = useState(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFind(typed.trim());
  };
  return (
    <search className="mb-6 block">
      <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-3">
        <div className="w-full sm:w-96">
          <TextField label={words.find} help={words.findHelp} value={typed} onChange={setTyped} />
        </div>
        <Button type="submit">{words.finding}</Button>
      </form>
    </search>
  );
}

const columns: readonly Column<Row>[] = [
  {
    key: "code",
    title: words.code,
    isNoWrap: true,
    cell: ({ code }) => <span className="font-code">{code}</span>,
  },
  { key: "name", title: words.name, isRowHeader: true, cell: ({ name }) => name },
  { key: "kind", title: words.kind, isNoWrap: true, cell: ({ kindName }) => kindName },
  {
    key: "creditCode",
    title: words.creditCode,
    isNoWrap: true,
    cell: ({ creditCode }) => <span className="font-code">{creditCode}</span>,
  },
  {
    key: "permitted",
    title: words.permitted,
    cell: ({ permitted }) => (permitted.length > 0 ? permitted.join("、") : words.noPermitted),
  },
];
