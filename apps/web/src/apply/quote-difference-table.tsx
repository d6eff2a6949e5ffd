import type { QuoteJson } from "@hall/contracts/findings";
import { FigureText } from "@hall/ui/figure-text";
import { Badge } from "@hall/ui/status-badge";
import { Table } from "@hall/ui/table";
import { type QuoteDifferenceLine, quoteDifference } from "./quote-difference.ts";
import { words } from "./words.ts";

type QuoteDifferenceTableProps = { readonly before: QuoteJson; readonly after: QuoteJson };

/** What was confirmed beside what holds now, the changed lines marked. */
export function QuoteDifferenceTable({ before, after }: QuoteDifferenceTableProps) {
  return (
    <Table
      caption={words.stale.caption}
      isCaptionHidden
      rows={quoteDifference(before, after)}
      rowKey={({ label }) => label}
      rowMark={({ isChanged }) => (isChanged ? "selected" : undefined)}
      columns={[
        {
          key: "label",
          title: words.stale.item,
          isRowHeader: true,
          cell: ({ label, isChanged }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              {label}
              {isChanged ? <Badge tone="waiting">{words.stale.changed}</Badge> : null}
            </span>
          ),
        },
        {
          key: "before",
          title: words.stale.before,
          align: "end",
          cell: (line) => figureOf(line.before),
        },
        {
          key: "after",
          title: words.stale.after,
          align: "end",
          cell: (line) => figureOf(line.after),
        },
      ]}
    />
  );
}

function figureOf(value: QuoteDifferenceLine["before"]) {
  return value === null ? words.stale.none : <FigureText value={value} />;
}
