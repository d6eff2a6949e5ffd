import { usePages } from "@hall/client/use-pages";
import { listPoorRatings } from "@hall/contracts/backoffice/ratings";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { Pager } from "@hall/ui/pager";
import { Tabs } from "@hall/ui/tabs";
import { MessageSquareHeart } from "lucide-react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { RatingCard } from "./rating-card.tsx";
import { words } from "./words.ts";

const shows = ["open", "answered"] as const;

/** What people were unhappy with, and what was answered (APP-9). */
export function RatingsPage() {
  const [search, setSearch] = useSearchParams();
  const show = shows.find((known) => known === search.get("show")) ?? "open";
  return (
    <>
      <StaffHeader title={words.title} lead={words.lead} />
      <Tabs
        label={words.shown}
        selected={show}
        onSelect={(id) => setSearch(id === "open" ? {} : { show: id }, { replace: true })}
        items={shows.map((id) => ({
          id,
          title: words[id],
          content: <Ratings key={id} show={id} />,
        }))}
      />
    </>
  );
}

function Ratings({ show }: { readonly show: (typeof shows)[number] }) {
  const pages = usePages();
  const ratings = useAnswer(listPoorRatings, {
    query: { show, ...(pages.cursor ? { cursor: pages.cursor } : {}) },
  });
  return (
    <Awaited of={ratings} skeleton={{ shape: "card", count: 2 }}>
      {({ items, nextCursor }) =>
        items.length === 0 && pages.depth === 0 ? (
          <EmptyState
            icon={<MessageSquareHeart />}
            title={show === "open" ? words.none : words.noneAnswered}
          >
            {words.noneHelp}
          </EmptyState>
        ) : (
          <Stack>
            {items.map((rating) => (
              <RatingCard key={rating.number} rating={rating} />
            ))}
            <Pager
              depth={pages.depth}
              hasNext={nextCursor !== null}
              onNext={() => pages.next(nextCursor)}
              onPrevious={pages.previous}
              onFirst={pages.first}
            />
          </Stack>
        )
      }
    </Awaited>
  );
}
