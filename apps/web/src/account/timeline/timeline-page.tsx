import { problemOf } from "@hall/client/problem";
import { listTimeline, type TimelineEntryJson } from "@hall/contracts/account";
import { Announce, announce } from "@hall/ui/announce";
import { Button } from "@hall/ui/button";
import { parseDay } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Skeleton } from "@hall/ui/skeleton";
import { History } from "lucide-react";
import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { useMore } from "../../api/use-more.ts";
import { RequireActor } from "../../app/require-actor.tsx";
import { words as appWords } from "../../app/words.ts";
import { Months } from "./months.tsx";
import { type Asked, isKind, TimelineFilter } from "./timeline-filter.tsx";
import { words } from "./words.ts";

/** All that has happened on an account, in one list, each with its cause (XPL-5). */
export function TimelinePage() {
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
          <Timeline />
        </>
      )}
    </RequireActor>
  );
}

/** What is looked for stands in the address, so that back and reload keep it. */
function askedIn(address: URLSearchParams): Asked {
  const kind = address.get("kind") ?? "";
  return {
    kind: isKind(kind) ? kind : "all",
    q: address.get("q") ?? "",
    from: parseDay(address.get("from") ?? "") ?? "",
    until: parseDay(address.get("until") ?? "") ?? "",
  };
}

function Timeline() {
  const [address, setAddress] = useSearchParams();
  const asked = askedIn(address);
  const { kind, q, from, until } = asked;
  const read = useMore(listTimeline, {
    query: {
      limit: 20,
      ...(kind === "all" ? {} : { kind }),
      ...(q ? { q } : {}),
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
    },
  });
  const isNarrowed = kind !== "all" || q !== "" || from !== "" || until !== "";
  return (
    <Stack gap="medium">
      <TimelineFilter
        asked={asked}
        isPending={read.isFetching}
        onAsk={(next) => setAddress(addressOf(next), { replace: true })}
      />
      {isNarrowed && read.items && !read.isFetching ? (
        <Announce>{words.found(read.items.length, read.hasNextPage)}</Announce>
      ) : null}
      {read.items ? (
        <Entries read={{ ...read, items: read.items }} isNarrowed={isNarrowed} />
      ) : read.isError ? (
        <ProblemNotice
          problem={problemOf(read.error)}
          actions={<Button onPress={() => void read.refetch()}>{appWords.retry}</Button>}
        />
      ) : (
        <Skeleton shape="table" count={6} />
      )}
    </Stack>
  );
}

const addressOf = ({ kind, ...rest }: Asked): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...rest, kind: kind === "all" ? "" : kind }).filter(([, value]) => value),
  );

type EntriesProps = {
  readonly read: {
    readonly items: readonly TimelineEntryJson[];
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  readonly isNarrowed: boolean;
};

function Entries({ read, isNarrowed }: EntriesProps) {
  const { items, hasNextPage, isFetchingNextPage } = read;
  useSaidWhenMore(items.length);
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<History />}
        title={isNarrowed ? words.noneFound : words.none}
        actions={
          isNarrowed ? <LinkButton href="/account/timeline">{words.clear}</LinkButton> : null
        }
      >
        {isNarrowed ? words.noneFoundHelp : words.noneHelp}
      </EmptyState>
    );
  }
  return (
    <div>
      <Months entries={items} />
      <div className="mt-6 flex justify-center">
        {hasNextPage ? (
          <Button
            isPending={isFetchingNextPage}
            pendingText={words.moreLoading}
            onPress={() => void read.fetchNextPage()}
          >
            {words.more}
          </Button>
        ) : (
          <p className="text-note text-ink-soft">{words.end}</p>
        )}
      </div>
    </div>
  );
}

/** What comes in below the fold is said to those who hear the page. */
function useSaidWhenMore(count: number): void {
  const before = useRef(count);
  useEffect(() => {
    if (before.current > 0 && count > before.current) {
      announce(words.moreSaid(count - before.current));
    }
    before.current = count;
  }, [count]);
}
