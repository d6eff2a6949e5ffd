import { usePages } from "@hall/client/use-pages";
import { type LookJson, listLooks } from "@hall/contracts/account";
import { InstantText } from "@hall/ui/date-text";
import { DescriptionSection } from "@hall/ui/description-section";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { Pager } from "@hall/ui/pager";
import { PrintButton } from "@hall/ui/print-button";
import { type Column, Table } from "@hall/ui/table";
import { EyeOff } from "lucide-react";
import { useAnswer } from "../../api/use-answer.ts";
import { Awaited } from "../../app/awaited.tsx";
import { RequireActor } from "../../app/require-actor.tsx";
import { words } from "./words.ts";

/** Who has looked at my record: when, in which role, for which case (XPL-8, AUD-3). */
export function LooksPage() {
  return (
    <RequireActor>
      {() => (
        <>
          <PageHeader
            title={words.title}
            lead={words.lead}
            crumbs={[{ label: words.crumb, href: "/account" }, { label: words.title }]}
            actions={<PrintButton />}
          />
          <Stack gap="large">
            <Looks />
            <DescriptionSection title={words.explainTitle} points={[...words.explain]} />
          </Stack>
        </>
      )}
    </RequireActor>
  );
}

function Looks() {
  const pages = usePages();
  const looks = useAnswer(listLooks, {
    query: { limit: 20, ...(pages.cursor ? { cursor: pages.cursor } : {}) },
  });
  return (
    <Awaited of={looks} skeleton={{ shape: "table", count: 5 }}>
      {({ items, nextCursor }) =>
        items.length === 0 && pages.depth === 0 ? (
          <EmptyState icon={<EyeOff />} title={words.none}>
            {words.noneHelp}
          </EmptyState>
        ) : (
          <div>
            <Table
              caption={words.caption}
              isCaptionHidden
              rows={items}
              rowKey={({ id }) => id}
              columns={columns}
            />
            <Pager
              depth={pages.depth}
              hasNext={nextCursor !== null}
              isPending={looks.isFetching}
              onNext={() => pages.next(nextCursor)}
              onPrevious={pages.previous}
            />
          </div>
        )
      }
    </Awaited>
  );
}

const columns: readonly Column<LookJson>[] = [
  { key: "at", title: words.at, isRowHeader: true, cell: ({ at }) => <InstantText value={at} /> },
  { key: "role", title: words.role, isNoWrap: true, cell: ({ role }) => role },
  { key: "what", title: words.what, cell: ({ what }) => what },
  {
    key: "why",
    title: words.why,
    cell: ({ caseNumber, matter, isOnline }) => {
      if (!caseNumber) return words.noCase;
      const href = isOnline ? `/applications/${caseNumber}` : "/progress";
      return (
        <>
          <Link href={href}>{matter}</Link>
          <span className="block text-note text-ink-soft">{words.number(caseNumber)}</span>
        </>
      );
    },
  },
];
