import type { AccountJson } from "@hall/contracts/services/participation-certificate";
import { Card } from "@hall/ui/card";
import { DateText, dateText } from "@hall/ui/date-text";
import { Money } from "@hall/ui/money";
import { Table } from "@hall/ui/table";
import { words } from "./words.ts";

type Latest = NonNullable<AccountJson["latest"]>;

/** The latest month line by line. */
export function Contributions({ latest }: Pick<AccountJson, "latest">) {
  return (
    <Card
      title={words.latest}
      lead={latest ? words.latestOf(dateText(latest.month)) : words.noLatest}
    >
      {latest ? <LatestTable latest={latest} /> : null}
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
