import type { BankLine, BankResultJson } from "@hall/contracts/backoffice/payments";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { Notice } from "@hall/ui/notice";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { orderName } from "./names.ts";
import { words } from "./words.ts";

/** What came of a bank's file, line by line. */
export function ResultLines({ result }: { readonly result: BankResultJson }) {
  return (
    <Stack>
      <Notice tone={result.repeated ? "warning" : "success"} isLive>
        {result.repeated ? <p>{words.results.repeated}</p> : null}
        <p>
          <Link href={`/batches/${result.batchId}`}>{result.batchId}</Link>{" "}
          {words.results.imported(result.paid, result.returned)}
        </p>
      </Notice>
      <Table
        caption={words.results.lines}
        isDense
        rows={result.lines}
        rowKey={({ line }) => String(line)}
        rowMark={({ outcome }) => (faults.has(outcome) ? "fault" : undefined)}
        columns={columns}
      />
    </Stack>
  );
}

const faults = new Set<BankLine["outcome"]>([
  "unknown",
  "other-batch",
  "duplicate",
  "amount",
  "conflict",
  "malformed",
  "date",
]);

const toneOf = (outcome: BankLine["outcome"]): BadgeTone => {
  if (outcome === "paid") return "solid";
  if (outcome === "already") return "quiet";
  return outcome === "returned" ? "waiting" : "refused";
};

const columns: readonly Column<BankLine>[] = [
  { key: "line", title: words.results.line, align: "end", cell: ({ line }) => line },
  {
    key: "order",
    title: words.results.order,
    isRowHeader: true,
    cell: ({ orderId }) => <span className="font-normal break-all">{orderName(orderId)}</span>,
  },
  {
    key: "outcome",
    title: words.results.outcome,
    cell: ({ outcome }) => <Badge tone={toneOf(outcome)}>{words.results.outcomes[outcome]}</Badge>,
  },
  { key: "message", title: words.results.message, cell: ({ message }) => message },
];
