import type { Pages } from "@hall/client/use-pages";
import { listCases } from "@hall/contracts/backoffice/review";
import { listServices } from "@hall/contracts/directory";
import { Button } from "@hall/ui/button";
import { Pager } from "@hall/ui/pager";
import { SelectField } from "@hall/ui/select-field";
import { Tabs } from "@hall/ui/tabs";
import { words as uiWords } from "@hall/ui/words";
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { QueueTable } from "./queue-table.tsx";
import { layTrail, trailOf } from "./queue-trail.ts";
import { countOf, queryOf, viewIds, viewOf } from "./queue-views.ts";
import { useAddressPages, withoutPages } from "./use-address-pages.ts";
import { words } from "./words.ts";

/** The cases to review, oldest due first (REV-1). What is shown stands in the address. */
export function QueuePage() {
  const [search, setSearch] = useSearchParams();
  const pages = useAddressPages();
  const view = viewOf(search);
  const query = queryOf(search);
  const cases = useAnswer(
    listCases,
    { query: { ...query, limit: 50, ...(pages.cursor ? { cursor: pages.cursor } : {}) } },
    { refetchInterval: 30_000, keeps: true },
  );
  const narrow = (changes: Readonly<Record<string, string>>) => {
    const next = withoutPages(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: true });
  };
  useShortcuts([
    ...viewIds.map((id, index) => ({
      keys: [String(index + 1)],
      words: `${words.queue.keys.view}：${words.queue.view[id]}`,
      run: () => narrow({ view: id === "all" ? "" : id }),
    })),
    {
      keys: ["]", "】"],
      words: words.queue.keys.nextPage,
      run: () => pages.next(cases.data?.nextCursor ?? null),
    },
    { keys: ["[", "【"], words: words.queue.keys.previousPage, run: pages.previous },
  ]);
  const items = cases.data?.items;
  const isReviewer = useStaff().roles.includes("reviewer");
  useEffect(() => {
    if (items) layTrail(search.size > 0 ? `?${search}` : "", trailOf(items, isReviewer));
  }, [items, search, isReviewer]);
  const isNarrowed = withoutPages(search).size > 0;
  return (
    <>
      <StaffHeader title={words.queue.title} />
      <Tabs
        label={words.queue.views}
        selected={view}
        onSelect={(id) => narrow({ view: id === "all" ? "" : id })}
        items={viewIds.map((id) => {
          const count = countOf(id, cases.data?.counts);
          return {
            id,
            title: words.queue.view[id],
            ...(count === undefined ? {} : { count }),
            content: (
              <>
                <Filters search={search} hasState={id !== "asked"} onNarrow={narrow} />
                <Awaited of={cases} skeleton={{ shape: "table", count: 8 }}>
                  {({ items: rows, nextCursor }) => (
                    <>
                      <QueueTable
                        rows={rows}
                        isNarrowed={isNarrowed}
                        onReset={() => setSearch({}, { replace: true })}
                      />
                      <QueuePager pages={pages} rows={rows.length} nextCursor={nextCursor} />
                    </>
                  )}
                </Awaited>
              </>
            ),
          };
        })}
      />
    </>
  );
}

type QueuePagerProps = {
  readonly pages: Pages;
  readonly rows: number;
  readonly nextCursor: string | null;
};

function QueuePager({ pages, rows, nextCursor }: QueuePagerProps) {
  return (
    <Pager
      depth={pages.depth}
      hasNext={nextCursor !== null}
      onNext={() => pages.next(nextCursor)}
      onPrevious={pages.previous}
      onFirst={pages.first}
      from={pages.depth * 50 + Math.min(1, rows)}
      to={pages.depth * 50 + rows}
    />
  );
}

type FiltersProps = {
  readonly search: URLSearchParams;
  readonly hasState: boolean;
  readonly onNarrow: (changes: Readonly<Record<string, string>>) => void;
};

const offeredStates = [
  "submitted",
  "in-review",
  "more-needed",
  "approved",
  "refused",
  "done",
  "withdrawn",
  "lapsed",
] as const;

function Filters({ search, hasState, onNarrow }: FiltersProps) {
  const services = useAnswer(listServices, {}, { staleTime: 600_000 });
  const service = search.get("service") ?? "";
  const state = search.get("state") ?? "";
  return (
    <div className="mb-4 flex flex-wrap items-end gap-4">
      <div className="w-full sm:w-64">
        <SelectField
          label={words.queue.service}
          isRequired
          value={service || "any"}
          onChange={(value) => onNarrow({ service: value === "any" ? "" : value })}
          options={[
            { value: "any", label: words.queue.anyService },
            ...(services.data?.items ?? [])
              .filter(({ kind }) => kind === "application")
              .map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </div>
      {hasState ? (
        <div className="w-full sm:w-64">
          <SelectField
            label={words.queue.state}
            isRequired
            value={state || "any"}
            onChange={(value) => onNarrow({ state: value === "any" ? "" : value })}
            options={[
              { value: "any", label: words.queue.anyState },
              ...offeredStates.map((value) => ({ value, label: uiWords.status[value] })),
            ]}
          />
        </div>
      ) : null}
      {service || state ? (
        <Button variant="quiet" onPress={() => onNarrow({ service: "", state: "" })}>
          {words.queue.reset}
        </Button>
      ) : null}
    </div>
  );
}
