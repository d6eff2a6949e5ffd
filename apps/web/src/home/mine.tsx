import { type ApplicationSummaryJson, listApplications } from "@hall/contracts/applications";
import { listStandings } from "@hall/contracts/directory";
import { listMessages } from "@hall/contracts/messages";
import { Card } from "@hall/ui/card";
import { dateText } from "@hall/ui/date-text";
import { Link, LinkButton } from "@hall/ui/link";
import { StatusBadge } from "@hall/ui/status-badge";
import type { ReactNode } from "react";
import type { HallActor } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { words } from "./words.ts";

/** More are on the page of all cases. */
const mostCases = 2;

/** My standing today, what is under way, what I haven't read: three lines that each lead on. */
export function Mine({ actor }: { readonly actor: HallActor }) {
  return (
    <Card title={words.mine.label} isFlush>
      <Standing />
      <OpenCases />
      <Unread />
      {actor.kind === "agent" ? (
        <div className="px-4 py-4 sm:px-6">
          <LinkButton href="/unit" variant="primary" isWide>
            {words.mine.unit}
          </LinkButton>
        </div>
      ) : (
        <MyPages />
      )}
    </Card>
  );
}

function MyPages() {
  return (
    <p className="flex flex-wrap justify-between gap-x-6 gap-y-2 px-4 py-4 sm:px-6">
      <Link href="/account/timeline">{words.mine.timeline}</Link>
      <Link href="/account">{words.mine.account}</Link>
    </p>
  );
}

/** The same card without its figures, while it isn't known yet who is there. */
export function MinePlace() {
  const lines = [
    { label: words.mine.today, unit: words.mine.todayUnit, linkText: words.mine.seeAll },
    { label: words.mine.open, unit: words.mine.openUnit, linkText: words.mine.openSee },
    { label: words.mine.unread, unit: words.mine.unreadUnit, linkText: words.mine.unreadSee },
  ];
  return (
    <Card title={words.mine.label} isFlush>
      {lines.map((line) => (
        <Line key={line.label} {...line} count={undefined} href="/sign-in" />
      ))}
      <MyPages />
    </Card>
  );
}

type LineProps = {
  readonly label: string;
  readonly count: number | undefined;
  readonly unit: string;
  /** Under the figure; what stands there instead are the `children`. */
  readonly note?: string | undefined;
  readonly href: string;
  readonly linkText: string;
  readonly children?: ReactNode;
};

/** A figure with what it counts; its place and that of the line below are kept until they come. */
function Line({ label, count, unit, note, href, linkText, children }: LineProps) {
  return (
    <div className="border-b border-line px-4 py-3 last:border-b-0 sm:px-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p>
          {label}
          <span className="mx-2 text-figure font-semibold text-accent">
            {count ?? <span aria-hidden="true">–</span>}
          </span>
          <span className="text-ink-soft">{unit}</span>
        </p>
        <Link href={href}>{linkText}</Link>
      </div>
      {count === undefined || note ? (
        <p className="min-h-[1.6em] text-note text-ink-soft">{note}</p>
      ) : null}
      {children}
    </div>
  );
}

function Standing() {
  const { data } = useAnswer(listStandings, {});
  const open = data?.items.filter(({ outcome }) => outcome === "open").length;
  const later = data?.items.filter(({ outcome }) => outcome === "later").length ?? 0;
  return (
    <Line
      label={words.mine.today}
      count={open}
      unit={words.mine.todayUnit}
      note={later > 0 ? words.mine.later(later) : words.mine.others}
      href="/standing"
      linkText={words.mine.seeAll}
    />
  );
}

function OpenCases() {
  const { data } = useAnswer(listApplications, { query: { open: "true", limit: 20 } });
  return (
    <Line
      label={words.mine.open}
      count={data?.items.length}
      unit={data?.nextCursor ? words.mine.openMore : words.mine.openUnit}
      note={data?.items.length === 0 ? words.mine.openNone : undefined}
      href="/applications"
      linkText={words.mine.openSee}
    >
      {data && data.items.length > 0 ? <Cases items={data.items} /> : null}
    </Line>
  );
}

function Cases({ items }: { readonly items: readonly ApplicationSummaryJson[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {items.slice(0, mostCases).map((item) => (
        <li key={item.number}>
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Link href={`/applications/${item.number}`}>{item.serviceName}</Link>
            <StatusBadge state={item.state} name={item.stateName} />
          </p>
          <p className="text-note text-ink-soft">
            {[item.nextStep, item.dueOn ? words.mine.due(dateText(item.dueOn)) : ""]
              .filter(Boolean)
              .join("，")}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Unread() {
  const { data } = useAnswer(listMessages, { query: { limit: 20 } }, { staleTime: 60_000 });
  const newest = data?.items.find(({ read }) => !read);
  return (
    <Line
      label={words.mine.unread}
      count={data?.unread}
      unit={words.mine.unreadUnit}
      note={newest ? words.mine.newest(newest.title) : words.mine.unreadNone}
      href="/messages"
      linkText={words.mine.unreadSee}
    />
  );
}
