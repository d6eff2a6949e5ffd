import type { LoanRecordJson } from "@hall/contracts/services/housing-loan-query";
import { Card } from "@hall/ui/card";
import { DateText } from "@hall/ui/date-text";
import { Money } from "@hall/ui/money";
import { Pager } from "@hall/ui/pager";
import { type Column, Table } from "@hall/ui/table";
import { useState } from "react";
import { words } from "./words.ts";

type Record = NonNullable<LoanRecordJson["record"]>;
type Row = Record["rows"][number];

const ROWS_SHOWN = 12;

/** What was paid and when, the latest first. */
export function LoanRecord({ record }: { readonly record: Record }) {
  const { rows, totals } = record;
  const [first, setFirst] = useState(0);
  return (
    <Card title={words.record.caption}>
      <Table
        caption={words.record.caption}
        isCaptionHidden
        rows={rows.slice(first, first + ROWS_SHOWN)}
        rowKey={({ no, paidOn }) => `${no} ${paidOn}`}
        rowMark={({ daysLate }) => (daysLate > 0 ? "fault" : undefined)}
        empty={words.record.empty}
        columns={columns}
        totals={{
          no: words.plan.total,
          principal: <Money fen={totals.principalFen} />,
          interest: <Money fen={totals.interestFen} />,
          paid: <Money fen={totals.paidFen} />,
        }}
      />
      <Pager
        depth={first / ROWS_SHOWN}
        hasNext={first + ROWS_SHOWN < rows.length}
        onNext={() => setFirst(first + ROWS_SHOWN)}
        onPrevious={() => setFirst(first - ROWS_SHOWN)}
        onFirst={() => setFirst(0)}
        from={first + 1}
        to={Math.min(first + ROWS_SHOWN, rows.length)}
      />
    </Card>
  );
}

const columns: readonly Column<Row>[] = [
  { key: "no", title: words.plan.no, isRowHeader: true, cell: ({ no }) => String(no) },
  { key: "due", title: words.plan.due, cell: ({ dueOn }) => <DateText value={dueOn} /> },
  { key: "paidOn", title: words.record.paidOn, cell: ({ paidOn }) => <DateText value={paidOn} /> },
  {
    key: "principal",
    title: words.plan.principal,
    align: "end",
    cell: ({ principalFen }) => <Money fen={principalFen} />,
  },
  {
    key: "interest",
    title: words.plan.interest,
    align: "end",
    cell: ({ interestFen }) => <Money fen={interestFen} />,
  },
  {
    key: "paid",
    title: words.record.paid,
    align: "end",
    cell: ({ paidFen }) => <Money fen={paidFen} />,
  },
  {
    key: "late",
    title: words.record.late,
    cell: ({ daysLate }) => (daysLate > 0 ? words.record.days(daysLate) : words.record.onTime),
  },
];
