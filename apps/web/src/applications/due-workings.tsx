import type { DueWorkingsJson } from "@hall/contracts/applications";
import { dateText } from "@hall/ui/date-text";
import { BriefcaseBusiness, CalendarOff, Pause } from "lucide-react";
import type { ReactNode } from "react";
import { words } from "./words.ts";

type Span = DueWorkingsJson["spans"][number];

const icons: Readonly<Record<Span["kind"], ReactNode>> = {
  working: <BriefcaseBusiness />,
  "make-up": <BriefcaseBusiness />,
  weekend: <CalendarOff />,
  holiday: <CalendarOff />,
  paused: <Pause />,
};

/** Why it is due on its day: what counts and what doesn't, span by span (APP-7, WKD-2). */
export function DueWorkings({ workings }: { readonly workings: DueWorkingsJson }) {
  const { from, spans } = workings;
  return (
    <details className="mt-2">
      <summary className="cursor-pointer py-2 text-note font-semibold text-accent">
        {words.due.title}
      </summary>
      <ol className="mt-1 flex flex-col gap-2 text-note">
        <li className="text-ink-soft">{words.due.from(dateText(from))}</li>
        {spans.map((span) => (
          <li key={span.from} className="flex gap-2">
            <span
              aria-hidden="true"
              className={`mt-[0.25em] shrink-0 [&>svg]:size-[1.1em] ${span.counted === null ? "text-ink-faint" : "text-accent"}`}
            >
              {icons[span.kind]}
            </span>
            <span className={span.counted === null ? "text-ink-soft" : ""}>
              {spanText(span)}：{words.due.kinds[span.kind]}
              {span.counted === null ? "" : words.due.upTo(span.counted)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

const spanText = ({ from, to }: Span): string =>
  from === to ? dayText(from) : words.due.span(dayText(from), dayText(to));

/** Without the year, which stands above: the column is narrow. */
const dayText = (iso: string): string => dateText(iso).replace(/^\d+年/, "");
