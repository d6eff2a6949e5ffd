import type { AccountJson } from "@hall/contracts/services/participation-certificate";
import { Card } from "@hall/ui/card";
import { DateText, dateText } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { LazyChart } from "@hall/ui/lazy-chart";
import { Money, yuanText } from "@hall/ui/money";
import { Table } from "@hall/ui/table";
import { words } from "./words.ts";

type Latest = NonNullable<AccountJson["latest"]>;

/** The latest month line by line, and the last twelve as a drawing. */
export function Contributions({ latest, months }: Pick<AccountJson, "latest" | "months">) {
  return (
    <Card
      title={words.latest}
      lead={latest ? words.latestOf(dateText(latest.month)) : words.noLatest}
    >
      <Stack gap="large">
        {latest ? <LatestTable latest={latest} /> : null}
        {months.length > 1 ? <Months months={months} /> : null}
      </Stack>
    </Card>
  );
}

function LatestTable({ latest }: { latest: Latest }) {
  return (
    <Table
      caption={words.latestOf(dateText(latest.month))}
      isCaptionHidden
      rows={latest.rows}
      rowKey={({ insuranceName }) => insuranceName}
      rowName={({ insuranceName }) => insuranceName}
      columns={[
        {
          key: "insurance",
          title: words.insurance,
          isRowHeader: true,
          cell: ({ insuranceName }) => insuranceName,
        },
        {
          key: "base",
          title: words.base,
          align: "end",
          cell: ({ baseFen }) => <Money fen={baseFen} />,
        },
        {
          key: "personal",
          title: words.personal,
          align: "end",
          cell: ({ personalFen }) => <Money fen={personalFen} />,
        },
        {
          key: "unit",
          title: words.unitPart,
          align: "end",
          cell: ({ unitFen }) => <Money fen={unitFen} />,
        },
        { key: "payer", title: words.payer, cell: ({ payer }) => payer },
      ]}
      totals={{
        insurance: words.total,
        personal: <Money fen={sumOf(latest, "personalFen")} />,
        unit: <Money fen={sumOf(latest, "unitFen")} />,
        payer: (
          <>
            {words.together} <Money fen={latest.totalFen} isStrong />
          </>
        ),
      }}
    />
  );
}

const sumOf = ({ rows }: Latest, part: "personalFen" | "unitFen") =>
  rows.reduce((sum, row) => sum + row[part], 0);

function Months({ months }: Pick<AccountJson, "months">) {
  const sum = (of: "personalFen" | "unitFen") => months.reduce((all, month) => all + month[of], 0);
  return (
    <LazyChart
      title={words.chart}
      summary={words.chartSummary(
        months.length,
        yuanText(sum("personalFen")),
        yuanText(sum("unitFen")),
      )}
      kind="stacked"
      format="money"
      axisLabel={words.month}
      series={[
        { key: "personal", label: words.personal },
        { key: "unit", label: words.unitPart },
      ]}
      points={months.map(({ month, personalFen, unitFen }) => ({
        label: dateText(month),
        values: { personal: personalFen, unit: unitFen },
      }))}
    />
  );
}

/** Since when and how many months, insurance by insurance. */
export function Totals({ totals }: Pick<AccountJson, "totals">) {
  return (
    <Card title={words.totals}>
      <Table
        caption={words.totals}
        isCaptionHidden
        rows={totals}
        rowKey={({ insuranceName }) => insuranceName}
        empty={words.noLatest}
        columns={[
          {
            key: "insurance",
            title: words.insurance,
            isRowHeader: true,
            cell: ({ insuranceName }) => insuranceName,
          },
          { key: "first", title: words.first, cell: ({ first }) => <DateText value={first} /> },
          { key: "last", title: words.last, cell: ({ last }) => <DateText value={last} /> },
          {
            key: "months",
            title: words.months,
            align: "end",
            cell: ({ months }) => `${months} ${words.monthsUnit}`,
          },
        ]}
      />
    </Card>
  );
}
