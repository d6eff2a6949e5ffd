import {
  type StudentSummaryJson,
  summariseStudentsAdded,
} from "@hall/contracts/services/student-query";
import { type Column, Table } from "@hall/ui/table";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import type { Span } from "./student-query-page.tsx";
import { words } from "./words.ts";

type Row = StudentSummaryJson["items"][number];
const states = ["payable", "paid", "lapsed", "reduced"] as const;

/** How many were enrolled in each class, by what became of it. */
export function ClassSummary({ span }: { readonly span: Span }) {
  const summary = useAnswer(summariseStudentsAdded, { query: span });
  return (
    <Awaited of={summary} skeleton={{ shape: "table", count: 4 }}>
      {({ items, totals }) => (
        <Table
          caption={words.summary}
          isCaptionHidden
          rows={items}
          rowKey={({ classCode }) => classCode}
          rowName={({ className }) => className}
          columns={columns}
          empty={words.empty}
          totals={{
            class: words.column.total,
            ...Object.fromEntries(states.map((state) => [state, totals[state]])),
            total: totals.total,
          }}
        />
      )}
    </Awaited>
  );
}

const columns: readonly Column<Row>[] = [
  {
    key: "class",
    title: words.column.class,
    isRowHeader: true,
    cell: ({ className }) => className,
  },
  ...states.map(
    (state): Column<Row> => ({
      key: state,
      title: words.states[state],
      align: "end",
      cell: (row) => row[state],
    }),
  ),
  { key: "total", title: words.column.total, align: "end", cell: ({ total }) => total },
];
