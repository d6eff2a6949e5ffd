import { usePages } from "@hall/client/use-pages";
import { applicationRows, type CaseRowJson } from "@hall/contracts/case-rows";
import { Button } from "@hall/ui/button";
import { Card } from "@hall/ui/card";
import { Stack } from "@hall/ui/layout";
import { Pager } from "@hall/ui/pager";
import { Badge } from "@hall/ui/status-badge";
import { Table } from "@hall/ui/table";
import { useState } from "react";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { words } from "./words.ts";

const ROWS_SHOWN = 20;

/** What was decided on each row of the list, and why. */
export function RowResults({ number }: { readonly number: string }) {
  const [isRefusedOnly, setRefusedOnly] = useState(false);
  const pages = usePages();
  const rows = useAnswer(applicationRows, {
    params: { number },
    query: {
      limit: ROWS_SHOWN,
      ...(isRefusedOnly ? { only: "refused" as const } : {}),
      ...(pages.cursor ? { cursor: pages.cursor } : {}),
    },
  });
  return (
    <Card title={words.rows.title}>
      <Awaited of={rows} skeleton={{ shape: "table", count: 3 }}>
        {({ columns, items, nextCursor, total, refused }) => (
          <Stack>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="text-ink-soft">{words.rows.count(total, refused)}</p>
              {refused > 0 ? (
                <Button
                  size="small"
                  aria-pressed={isRefusedOnly}
                  variant={isRefusedOnly ? "primary" : "secondary"}
                  onPress={() => {
                    pages.first();
                    setRefusedOnly(!isRefusedOnly);
                  }}
                >
                  {words.rows.refusedOnly}
                </Button>
              ) : null}
            </div>
            <Table
              caption={words.rows.title}
              isCaptionHidden
              rows={items}
              rowKey={({ line }) => String(line)}
              rowName={({ line }) => words.rows.line(line)}
              columns={[
                {
                  key: "line",
                  title: words.rows.lineTitle,
                  isRowHeader: true,
                  cell: ({ line }) => line,
                },
                { key: "outcome", title: words.rows.outcome, cell: outcomeOf },
                ...columns.map(({ key, label }) => ({
                  key,
                  title: label,
                  cell: ({ cells }: CaseRowJson) => cells[key],
                })),
              ]}
            />
            <Pager
              depth={pages.depth}
              hasNext={nextCursor !== null}
              isPending={rows.isFetching}
              onNext={() => pages.next(nextCursor)}
              onPrevious={pages.previous}
            />
          </Stack>
        )}
      </Awaited>
    </Card>
  );
}

function outcomeOf({ outcome, reasons, words: why }: CaseRowJson) {
  if (outcome === null) return <Badge>{words.rows.waiting}</Badge>;
  if (outcome === "confirmed") return <Badge tone="solid">{words.rows.confirmed}</Badge>;
  return (
    <>
      <Badge tone="refused">{words.rows.refused}</Badge>
      {[...reasons, why].filter(Boolean).map((reason) => (
        <span key={reason} className="mt-1 block text-note">
          {reason}
        </span>
      ))}
    </>
  );
}
