import { usePages } from "@hall/client/use-pages";
import { listUnitPeople, type UnitPerson } from "@hall/contracts/unit-overview";
import { DateText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { PageHeader } from "@hall/ui/page-header";
import { Pager } from "@hall/ui/pager";
import { type Column, Table } from "@hall/ui/table";
import { Users } from "lucide-react";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { words } from "./words.ts";

/** Who is insured by the unit now. */
export function UnitPeoplePage() {
  return (
    <>
      <PageHeader
        title={words.peoplePage.title}
        lead={words.peoplePage.lead}
        crumbs={[
          { label: words.peoplePage.crumb, href: "/unit" },
          { label: words.peoplePage.title },
        ]}
      />
      <RequireActor>{() => <People />}</RequireActor>
    </>
  );
}

function People() {
  const pages = usePages();
  const people = useAnswer(listUnitPeople, {
    query: { limit: 50, ...(pages.cursor ? { cursor: pages.cursor } : {}) },
  });
  return (
    <Awaited of={people} skeleton={{ shape: "table", count: 8 }}>
      {({ items, nextCursor }) =>
        items.length === 0 && pages.depth === 0 ? (
          <EmptyState icon={<Users />} title={words.peoplePage.none} />
        ) : (
          <>
            <Table
              caption={words.peoplePage.title}
              isCaptionHidden
              rows={items}
              rowKey={({ personalNumber }) => personalNumber}
              rowName={({ name }) => name}
              columns={columns}
            />
            <Pager
              depth={pages.depth}
              hasNext={nextCursor !== null}
              isPending={people.isFetching}
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

const columns: readonly Column<UnitPerson>[] = [
  { key: "name", title: words.peoplePage.name, isRowHeader: true, cell: ({ name }) => name },
  {
    key: "number",
    title: words.peoplePage.number,
    isNoWrap: true,
    cell: ({ personalNumber }) => personalNumber,
  },
  {
    key: "identity",
    title: words.peoplePage.identity,
    isNoWrap: true,
    cell: ({ maskedIdentityNumber }) => maskedIdentityNumber,
  },
  { key: "scheme", title: words.peoplePage.scheme, cell: ({ schemeName }) => schemeName },
  { key: "status", title: words.peoplePage.status, cell: ({ statusName }) => statusName },
  { key: "since", title: words.peoplePage.since, cell: ({ since }) => <DateText value={since} /> },
];
