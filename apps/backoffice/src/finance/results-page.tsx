import { type bankResultSchema, listBankResults } from "@hall/contracts/backoffice/payments";
import { InstantText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { type Column, Table } from "@hall/ui/table";
import type { z } from "zod";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { CsvUpload } from "../app/csv-upload.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { ResultLines } from "./result-lines.tsx";
import { useImportResult } from "./use-import-result.ts";
import { words } from "./words.ts";

type Row = Omit<z.output<typeof bankResultSchema>, "lines" | "repeated">;

/** Files that the bank answered with: one is taken in, the earlier ones are listed. */
export function ResultsPage() {
  const isFinance = useStaff().roles.includes("finance");
  const results = useAnswer(listBankResults, {});
  const take = useImportResult();
  return (
    <>
      <StaffHeader title={words.results.title} lead={words.results.lead} />
      <Stack>
        {isFinance ? (
          <CsvUpload
            label={words.results.upload}
            help={words.results.uploadHelp}
            isPending={take.isPending}
            problem={take.problem}
            onFile={(file) => void take.run(file)}
          />
        ) : null}
        {take.result ? <ResultLines result={take.result} /> : null}
        <Section title={words.results.list}>
          <Awaited of={results} skeleton={{ shape: "table" }}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title={words.results.none}>{words.results.noneLead}</EmptyState>
              ) : (
                <Table
                  caption={words.results.list}
                  isCaptionHidden
                  isDense
                  rows={items}
                  rowKey={({ id }) => id}
                  columns={columns}
                />
              )
            }
          </Awaited>
        </Section>
      </Stack>
    </>
  );
}

const columns: readonly Column<Row>[] = [
  {
    key: "received",
    title: words.results.received,
    isRowHeader: true,
    cell: ({ receivedAt }) => <InstantText value={receivedAt} />,
  },
  {
    key: "batch",
    title: words.payments.batch,
    cell: ({ batchId }) => <Link href={`/batches/${batchId}`}>{batchId}</Link>,
  },
  { key: "paid", title: words.results.paid, align: "end", cell: ({ paid }) => paid },
  { key: "returned", title: words.results.returned, align: "end", cell: (row) => row.returned },
];
