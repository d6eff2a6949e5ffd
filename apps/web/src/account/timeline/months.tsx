import type { TimelineEntryJson } from "@hall/contracts/account";
import { DateText, dateText, InstantText } from "@hall/ui/date-text";
import { Link } from "@hall/ui/link";
import { Money } from "@hall/ui/money";
import { CalendarCheck, FileText, Inbox, Landmark, ScrollText } from "lucide-react";
import type { ReactNode } from "react";
import { words } from "./words.ts";

type Kind = TimelineEntryJson["kind"];

const icons: Readonly<Record<Kind, ReactNode>> = {
  contribution: <CalendarCheck />,
  case: <FileText />,
  posting: <Landmark />,
  paper: <ScrollText />,
  message: <Inbox />,
};

/** Entries under their months, the newest first, as they come. */
export function Months({ entries }: { readonly entries: readonly TimelineEntryJson[] }) {
  return (
    <div className="flex flex-col gap-8">
      {monthsOf(entries).map(({ month, own }) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <h2 id={`month-${month}`} className="mb-2 text-h3 font-semibold">
            {dateText(month)}
          </h2>
          <ol className="rounded-card border border-line bg-paper">
            {own.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface MonthOfEntries {
  readonly month: string;
  readonly own: TimelineEntryJson[];
}

function monthsOf(entries: readonly TimelineEntryJson[]): readonly MonthOfEntries[] {
  const months: MonthOfEntries[] = [];
  for (const entry of entries) {
    const last = months.at(-1);
    if (last?.month === entry.month) last.own.push(entry);
    else months.push({ month: entry.month, own: [entry] });
  }
  return months;
}

function Entry({ entry }: { readonly entry: TimelineEntryJson }) {
  const { kind, title, detail, cause, amountFen, balanceFen } = entry;
  return (
    <li className="flex break-inside-avoid gap-3 border-b border-line px-4 py-4 last:border-b-0 sm:gap-4 sm:px-6">
      <span
        aria-hidden="true"
        className="mt-[0.1em] flex size-9 shrink-0 items-center justify-center rounded-round bg-accent-wash text-accent [&>svg]:size-[1.15em]"
      >
        {icons[kind]}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="min-w-0 font-semibold">
            <Link href={hrefOf(entry)}>{title}</Link>
          </h3>
          {amountFen === null ? null : (
            <Money fen={amountFen} isStrong isSigned={kind === "posting"} />
          )}
        </div>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-note text-ink-soft">
          <span>
            {words.kinds[kind]}，<When entry={entry} />
          </span>
          {balanceFen === null ? null : (
            <span>
              {words.balance} <Money fen={balanceFen} />
            </span>
          )}
        </div>
        {detail ? <p className="mt-1 max-w-text break-words">{detail}</p> : null}
        <p className="mt-1 text-note text-ink-soft">
          {words.cause}：{cause.words}
          {cause.caseNumber && entry.about.kind !== "case" ? (
            <>
              {"　"}
              <Link href={`/applications/${cause.caseNumber}`}>{words.seeCase}</Link>
            </>
          ) : null}
        </p>
      </div>
    </li>
  );
}

function When({ entry: { at, on, month } }: { readonly entry: TimelineEntryJson }) {
  if (at) return <InstantText value={at} />;
  return <DateText value={on ?? month} />;
}

/** Where what it is about is to be seen. */
function hrefOf({ about: { kind, reference } }: TimelineEntryJson): string {
  switch (kind) {
    case "case":
      return `/applications/${reference}`;
    case "window-case":
      return "/progress";
    case "paper":
      return "/documents";
    case "message":
      return "/messages";
    case "account":
      return "/account";
  }
}
