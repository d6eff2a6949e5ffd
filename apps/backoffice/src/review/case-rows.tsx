import { usePages } from "@hall/client/use-pages";
import type { ReviewedCase } from "@hall/contracts/backoffice/review";
import { type CaseRowJson, type CaseRowsJson, caseRows } from "@hall/contracts/case-rows";
import { Button } from "@hall/ui/button";
import { Tick } from "@hall/ui/checkbox-field";
import { Stack } from "@hall/ui/layout";
import { Pager } from "@hall/ui/pager";
import { SelectField } from "@hall/ui/select-field";
import { type Column, Table } from "@hall/ui/table";
import { useState } from "react";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { Section } from "../app/section.tsx";
import {
  type DraftRow,
  isReasoned,
  refuseAll,
  refuseRow,
  withReason,
  writeRow,
} from "./row-draft.ts";
import { words } from "./words.ts";

type CaseRowsProps = {
  readonly reviewed: ReviewedCase;
  /** Rows that this reviewer is about to refuse. */
  readonly draft: readonly DraftRow[];
  readonly onChange: (rows: readonly DraftRow[]) => void;
};

const ROWS_SHOWN = 50;

/** The list that was filed, decided row by row: ticked is confirmed, the others say why not. */
export function CaseRows({ reviewed, draft, onChange }: CaseRowsProps) {
  const { number, rowRefusalReasons, refusedRows } = reviewed;
  const [only, setOnly] = useState<"faults" | null>(null);
  const pages = usePages();
  const isDecided = rowRefusalReasons !== null;
  const rows = useAnswer(
    caseRows,
    {
      params: { number },
      query: {
        limit: ROWS_SHOWN,
        ...(only ? { only } : {}),
        ...(pages.cursor ? { cursor: pages.cursor } : {}),
      },
    },
    { enabled: isDecided },
  );
  if (!isDecided) return null;
  // The second person looks over what the first has decided, and changes none of it.
  const isOpen = reviewed.actions.includes("approve") && reviewed.firstApprovalBy === null;
  const shown = reviewed.firstApprovalBy === null ? draft : refusedRows;
  return (
    <Awaited of={rows} skeleton={{ shape: "table", count: 5 }}>
      {(answer) => (
        <Section
          title={words.rows.title}
          note={words.rows.count(answer.total, isOpen ? shown.length : answer.refused)}
          actions={
            answer.faulty > 0 ? (
              <Button
                size="small"
                aria-pressed={only === "faults"}
                variant={only === "faults" ? "primary" : "secondary"}
                onPress={() => {
                  pages.first();
                  setOnly(only ? null : "faults");
                }}
              >
                {words.rows.faulty(answer.faulty)}
              </Button>
            ) : null
          }
        >
          <Stack>
            {isOpen ? (
              <Acts answer={answer} draft={draft} reasons={rowRefusalReasons} onChange={onChange} />
            ) : null}
            <Table
              caption={words.rows.title}
              isCaptionHidden
              isDense
              isTall
              rows={answer.items}
              rowKey={({ line }) => String(line)}
              rowName={({ line }) => words.rows.line(line)}
              rowMark={(row) => (refusedBy(shown, row) || isRefused(row) ? "fault" : undefined)}
              columns={[
                ...(isOpen ? [tickColumn(draft, onChange)] : []),
                ...columnsOf(answer),
                ...(isOpen
                  ? whyColumns(draft, rowRefusalReasons, onChange)
                  : [outcomeColumn(shown)]),
              ]}
            />
            <Pager
              depth={pages.depth}
              hasNext={answer.nextCursor !== null}
              isPending={rows.isFetching}
              onNext={() => pages.next(answer.nextCursor)}
              onPrevious={pages.previous}
            />
          </Stack>
        </Section>
      )}
    </Awaited>
  );
}

const isRefused = ({ outcome }: CaseRowJson) => outcome === "refused";
const refusedBy = (rows: readonly DraftRow[], { line }: CaseRowJson) =>
  rows.find((each) => each.line === line);

type ActsProps = {
  readonly answer: CaseRowsJson;
  readonly draft: readonly DraftRow[];
  readonly reasons: readonly string[];
  readonly onChange: (rows: readonly DraftRow[]) => void;
};

/** All and none, and one reason for those that have none yet. */
function Acts({ answer, draft, reasons, onChange }: ActsProps) {
  const bare = draft.filter((row) => !isReasoned(row));
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
      <Tick
        isSelected={draft.length === 0}
        isIndeterminate={draft.length > 0 && draft.length < answer.total}
        onChange={(isAll) => onChange(isAll ? [] : refuseAll(answer.lines, draft))}
      >
        {words.rows.all}
      </Tick>
      {bare.length > 0 && reasons.length > 0 ? (
        <SelectField
          label={words.rows.reasonForBare(bare.length)}
          value=""
          options={reasons.map((reason) => ({ value: reason, label: reason }))}
          onChange={(reason) => onChange(withReason(draft, reason))}
        />
      ) : null}
    </div>
  );
}

function tickColumn(
  draft: readonly DraftRow[],
  onChange: CaseRowsProps["onChange"],
): Column<CaseRowJson> {
  return {
    key: "tick",
    title: words.rows.confirm,
    cell: (row) => (
      <Tick
        aria-label={words.rows.confirmLine(row.line)}
        isSelected={!refusedBy(draft, row)}
        onChange={(isConfirmed) => onChange(refuseRow(draft, row.line, !isConfirmed))}
      >
        {null}
      </Tick>
    ),
  };
}

/** What was written, and under it what stands against it today. */
function columnsOf({ columns }: CaseRowsJson): readonly Column<CaseRowJson>[] {
  return [
    { key: "line", title: words.rows.lineTitle, isRowHeader: true, cell: ({ line }) => line },
    ...columns.map(({ key, label }) => ({
      key,
      title: label,
      cell: ({ cells, faults }: CaseRowJson) => (
        <>
          {cells[key]}
          {faults
            .filter(({ column }) => column === key)
            .map(({ rule, message }) => (
              <span key={rule + message} className="block text-note text-refusal">
                {message}（{rule}）
              </span>
            ))}
        </>
      ),
    })),
  ];
}

function whyColumns(
  draft: readonly DraftRow[],
  reasons: readonly string[],
  onChange: CaseRowsProps["onChange"],
): readonly Column<CaseRowJson>[] {
  const of = (row: CaseRowJson) => refusedBy(draft, row);
  const write = (row: CaseRowJson, part: Partial<DraftRow>) =>
    onChange(writeRow(draft, row.line, part));
  return [
    {
      key: "reason",
      title: words.rows.reason,
      cell: () => null,
      edit: {
        value: (row) => of(row)?.reasons[0] ?? "",
        onChange: (row, reason) => write(row, { reasons: reason ? [reason] : [] }),
        options: reasons.map((reason) => ({ value: reason, label: reason })),
        isLocked: (row) => !of(row),
      },
    },
    {
      key: "words",
      title: words.rows.words,
      cell: () => null,
      edit: {
        value: (row) => of(row)?.words ?? "",
        onChange: (row, text) => write(row, { words: text.slice(0, MOST_WORDS) }),
        isLocked: (row) => !of(row),
        error: (row) => {
          const refused = of(row);
          return refused && !isReasoned(refused) ? words.rows.needReason : undefined;
        },
      },
    },
  ];
}

const MOST_WORDS = 300;

function outcomeColumn(refused: readonly DraftRow[]): Column<CaseRowJson> {
  return {
    key: "outcome",
    title: words.rows.outcome,
    cell: (row) => {
      const why = isRefused(row) ? row : refusedBy(refused, row);
      if (why) return words.rows.refused([...why.reasons, why.words].filter(Boolean).join("；"));
      return row.outcome === "confirmed" || refused.length > 0 ? words.rows.confirmed : "";
    },
  };
}
