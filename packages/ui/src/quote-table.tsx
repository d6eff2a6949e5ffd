import type { QuoteJson } from "@hall/contracts/findings";
import type { ReactNode } from "react";
import { FigureList } from "./figure-text.tsx";
import { Money } from "./money.tsx";
import { words } from "./words.ts";

export type QuoteTableProps = {
  readonly quote: QuoteJson;
  readonly title?: string;
  readonly headingLevel?: 2 | 3 | 4;
  /** Under the total: from when, out of which policy, marked as a sample. */
  readonly note?: ReactNode;
  /** While a new quote is reckoned the old one stays, greyed, so that nothing jumps. */
  readonly isStale?: boolean;
};

/** What it comes to: each line with its working, and the total. Read out when it changes. */
export function QuoteTable(props: QuoteTableProps) {
  const { quote, title = words.quote.title, headingLevel = 3, note, isStale = false } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      aria-busy={isStale}
      className={`rounded-card border border-accent-line bg-paper ${isStale ? "text-ink-faint" : ""}`}
    >
      <Heading className="border-b border-accent-line bg-accent-wash px-4 py-2 text-h3 font-semibold sm:px-6">
        {title}
      </Heading>
      {quote.figures.length > 0 ? (
        <div className="px-4 pt-1 sm:px-6">
          <FigureList figures={quote.figures} />
        </div>
      ) : null}
      {quote.lines.length > 0 ? (
        <ul className="divide-y divide-line px-4 sm:px-6">
          {quote.lines.map((line) => (
            <li
              key={line.label}
              className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5"
            >
              <span className="min-w-0">
                {line.label}
                <span className="block text-note text-ink-soft tabular-nums">{line.working}</span>
              </span>
              <span className="ml-auto text-end">
                <Money fen={line.amountFen} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {quote.total ? (
        <p
          aria-live="polite"
          className="mx-4 flex flex-wrap items-baseline justify-between gap-x-4 break-before-avoid border-t-2 border-line-strong py-3 sm:mx-6"
        >
          <span className="font-semibold">{quote.total.label}</span>
          <span className="ml-auto text-accent">
            <Money fen={quote.total.amountFen} isFigure />
          </span>
        </p>
      ) : null}
      {note ? <div className="px-4 pb-3 text-note text-ink-soft sm:px-6">{note}</div> : null}
    </section>
  );
}
