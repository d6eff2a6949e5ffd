import type { QuoteJson } from "@hall/contracts/findings";
import { dateText } from "@hall/ui/date-text";
import { LazyChart } from "@hall/ui/lazy-chart";
import { yuanText } from "@hall/ui/money";
import { QuoteTable } from "@hall/ui/quote-table";
import { quoteTitle } from "./quote-title.ts";
import { words } from "./words.ts";

type QuoteViewProps = {
  readonly quote: QuoteJson;
  /** While a newer one is reckoned. */
  readonly isStale?: boolean;
  readonly hasChart?: boolean;
};

/** The amounts with their workings, and month by month what changes (XPL-3, XPL-4). */
export function QuoteView({ quote, isStale = false, hasChart = true }: QuoteViewProps) {
  const isShown = quote.figures.length + quote.lines.length > 0 || quote.total !== null;
  return (
    <div className="flex flex-col gap-4">
      {isShown ? <QuoteTable quote={quote} title={quoteTitle(quote)} isStale={isStale} /> : null}
      {hasChart && quote.months.length > 1 ? <MonthsChart months={quote.months} /> : null}
    </div>
  );
}

function MonthsChart({ months }: Pick<QuoteJson, "months">) {
  return (
    <div className="rounded-card border border-line p-4 sm:px-6">
      <LazyChart
        title={words.live.chart}
        summary={summaryOf(months)}
        kind="line"
        format="money"
        axisLabel={words.live.month}
        series={[
          { key: "before", label: words.live.before },
          { key: "after", label: words.live.after },
        ]}
        points={months.map(({ month, beforeFen, afterFen }) => ({
          label: dateText(month),
          values: { before: beforeFen, after: afterFen },
        }))}
      />
    </div>
  );
}

function summaryOf(months: QuoteJson["months"]): string {
  const before = months.reduce((sum, { beforeFen }) => sum + beforeFen, 0);
  const after = months.reduce((sum, { afterFen }) => sum + afterFen, 0);
  const gap = after - before;
  const gapText =
    gap === 0
      ? words.live.same
      : gap > 0
        ? words.live.more(yuanText(gap))
        : words.live.less(yuanText(-gap));
  return words.live.summary(months.length, yuanText(before), yuanText(after), gapText);
}
