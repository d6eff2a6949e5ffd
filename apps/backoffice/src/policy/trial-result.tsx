import type { tryPolicy } from "@hall/contracts/backoffice/policy";
import { Link } from "@hall/ui/link";
import { Money } from "@hall/ui/money";
import { Notice } from "@hall/ui/notice";
import { type Column, Table } from "@hall/ui/table";
import type { AnswerOf } from "../api/operation.ts";
import { words } from "./words.ts";

type Trial = AnswerOf<NonNullable<(typeof tryPolicy)["answer"]>>;
type Changed = Trial["changed"][number];

/** Which open cases would be decided otherwise with the prepared value (XPL-11). */
export function TrialResult({ trial }: { readonly trial: Trial }) {
  const { tried, changed } = trial;
  if (tried === 0) return <Notice isLive>{words.one.trialNoCases}</Notice>;
  if (changed.length === 0) return <Notice isLive>{words.one.trialNone(tried)}</Notice>;
  return (
    <>
      <Notice tone="warning" isLive>
        {words.one.trialSome(tried, changed.length)}
      </Notice>
      <Table
        caption={words.one.trialTitle}
        isDense
        rows={changed}
        rowKey={({ number }) => number}
        columns={columns}
      />
    </>
  );
}

const side = (key: "before" | "after"): Column<Changed> => ({
  key,
  title: words.one[key],
  cell: (row) => {
    const fen = key === "before" ? row.beforeFen : row.afterFen;
    return (
      <>
        {words.one.outcomes[row[key]]} {fen === null ? null : <Money fen={fen} />}
      </>
    );
  },
});

const columns: readonly Column<Changed>[] = [
  {
    key: "number",
    title: words.one.number,
    isRowHeader: true,
    cell: ({ number }) => <Link href={`/queue/${number}`}>{number}</Link>,
  },
  { key: "service", title: words.one.service, cell: ({ serviceName }) => serviceName },
  side("before"),
  side("after"),
  {
    key: "rules",
    title: words.one.because,
    cell: ({ rules }) => rules.map(({ rule, words: claim }) => `${rule} ${claim}`).join("；"),
  },
];
