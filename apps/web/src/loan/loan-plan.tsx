import type { LoanPlanJson } from "@hall/contracts/services/housing-loan-query";
import { Card } from "@hall/ui/card";
import { DateText, dateText } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { LazyChart } from "@hall/ui/lazy-chart";
import { Money, yuanText } from "@hall/ui/money";
import { Pager } from "@hall/ui/pager";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { useState } from "react";
import { rateText } from "./rate-text.ts";
import { words } from "./words.ts";

type Plan = NonNullable<LoanPlanJson["plan"]>;
type Row = Plan["rows"][number];

/** A year at a time: thirty years are 360 lines. */
const ROWS_SHOWN = 12;

/** Principal and interest over the years as a drawing, and every instalment. */
export function LoanPlan({ plan }: { readonly plan: Plan }) {
  return (
    <Stack gap="large">
      <Card>
        <LazyChart
          title={words.plan.chart}
          summary={words.plan.chartSummary(
            plan.years.length,
            yuanText(plan.totals.principalFen),
            yuanText(plan.totals.interestFen),
          )}
          kind="stacked"
          format="money"
          axisLabel={words.plan.year}
          series={[
            { key: "principal", label: words.plan.principal },
            { key: "interest", label: words.plan.interest },
          ]}
          points={plan.years.map(({ year, principalFen, interestFen }) => ({
            label: words.plan.yearOf(year),
            values: { principal: principalFen, interest: interestFen },
          }))}
        />
      </Card>
      <Card title={words.plan.caption} lead={ratesText(plan)}>
        <Instalments plan={plan} />
      </Card>
    </Stack>
  );
}

function ratesText({ methodName, rates }: Plan): string {
  const parts = rates.map(({ from, rate }) => words.plan.rateFrom(dateText(from), rateText(rate)));
  return [methodName, ...parts].join("，");
}

function Instalments({ plan }: { plan: Plan }) {
  const { rows, totals } = plan;
  // Opens where the person is in the plan, not twenty years ago.
  const [first, setFirst] = useState(() => {
    const at = rows.findIndex(({ state }) => state !== "paid");
    return at < 0 ? 0 : at - (at % ROWS_SHOWN);
  });
  const shown = rows.slice(first, first + ROWS_SHOWN);
  return (
    <>
      <Table
        caption={words.plan.caption}
        isCaptionHidden
        rows={shown}
        rowKey={({ no }) => String(no)}
        rowMark={({ state }) => (state === "overdue" ? "fault" : undefined)}
        columns={columns}
        totals={{
          no: words.plan.total,
          principal: <Money fen={totals.principalFen} />,
          interest: <Money fen={totals.interestFen} />,
          payment: <Money fen={totals.paymentFen} />,
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
    </>
  );
}

const money = (key: string, title: string, of: (row: Row) => number): Column<Row> => ({
  key,
  title,
  align: "end",
  cell: (row) => <Money fen={of(row)} />,
});

const tones = { paid: "quiet", overdue: "refused", due: "open" } as const;

const columns: readonly Column<Row>[] = [
  { key: "no", title: words.plan.no, isRowHeader: true, cell: ({ no }) => String(no) },
  {
    key: "due",
    title: words.plan.due,
    cell: ({ dueOn, rateBefore, rate }) => (
      <>
        <DateText value={dueOn} />
        {rateBefore ? (
          <span className="block text-note text-ink-soft">
            {words.plan.rateChange(rateText(rateBefore), rateText(rate))}
          </span>
        ) : null}
      </>
    ),
  },
  money("principal", words.plan.principal, ({ principalFen }) => principalFen),
  money("interest", words.plan.interest, ({ interestFen }) => interestFen),
  money("payment", words.plan.payment, ({ paymentFen }) => paymentFen),
  money("balance", words.plan.balance, ({ balanceFen }) => balanceFen),
  {
    key: "state",
    title: words.plan.state,
    cell: ({ state }) => <Badge tone={tones[state]}>{words.plan.states[state]}</Badge>,
  },
];
