import type { UnitOverview } from "@hall/contracts/unit-overview";
import { InstantText } from "@hall/ui/date-text";
import { Link } from "@hall/ui/link";
import { StatusBadge } from "@hall/ui/status-badge";
import { Table } from "@hall/ui/table";
import { words } from "./words.ts";

type FiledList = UnitOverview["filed"][number];

const columns = [
  {
    key: "file",
    title: words.filed.file,
    isRowHeader: true,
    cell: ({ fileName, serviceName }: FiledList) => (
      <>
        <span className="break-all">{fileName}</span>
        <span className="block text-note text-ink-soft">{serviceName}</span>
      </>
    ),
  },
  {
    key: "rows",
    title: words.filed.rows,
    align: "end" as const,
    cell: ({ totalRows }: FiledList) => totalRows.toLocaleString("zh-CN"),
  },
  {
    key: "at",
    title: words.filed.at,
    cell: ({ submittedAt }: FiledList) => <InstantText value={submittedAt} />,
  },
  {
    key: "state",
    title: words.filed.state,
    cell: ({ state, stateName }: FiledList) => <StatusBadge state={state} name={stateName} />,
  },
  {
    key: "case",
    title: words.filed.number,
    cell: ({ applicationNumber }: FiledList) => (
      <Link href={`/applications/${applicationNumber}`}>{applicationNumber}</Link>
    ),
  },
];

/** The newest lists that were filed, each with where its case stands. */
export function FiledLists({ filed }: Pick<UnitOverview, "filed">) {
  if (filed.length === 0) return null;
  return (
    <section aria-labelledby="filed-lists">
      <h2 id="filed-lists" className="mb-3 text-h2 font-semibold">
        {words.filed.title}
      </h2>
      <Table
        caption={words.filed.title}
        columns={columns}
        rows={filed}
        rowKey={({ applicationNumber }) => applicationNumber}
      />
    </section>
  );
}
