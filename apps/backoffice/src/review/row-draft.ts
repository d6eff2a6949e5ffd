/** A row that a reviewer is about to refuse; the others are confirmed. */
export interface DraftRow {
  readonly line: number;
  readonly reasons: readonly string[];
  readonly words: string;
}

export const isReasoned = ({ reasons, words }: DraftRow): boolean =>
  reasons.length > 0 || words.trim() !== "";

/** Confirmed again, a row forgets why it was to be refused. */
export const refuseRow = (
  rows: readonly DraftRow[],
  line: number,
  isRefused: boolean,
): readonly DraftRow[] => {
  const others = rows.filter((row) => row.line !== line);
  return isRefused ? inOrder([...others, { line, reasons: [], words: "" }]) : others;
};

/** None is confirmed; reasons that were given stay. */
export const refuseAll = (
  lines: readonly number[],
  rows: readonly DraftRow[],
): readonly DraftRow[] => {
  const known = new Map(rows.map((row) => [row.line, row]));
  return lines.map((line) => known.get(line) ?? { line, reasons: [], words: "" });
};

export const writeRow = (
  rows: readonly DraftRow[],
  line: number,
  part: Partial<DraftRow>,
): readonly DraftRow[] => rows.map((row) => (row.line === line ? { ...row, ...part } : row));

/** One reason for every row that has none yet. */
export const withReason = (rows: readonly DraftRow[], reason: string): readonly DraftRow[] =>
  rows.map((row) => (isReasoned(row) ? row : { ...row, reasons: [reason] }));

const inOrder = (rows: readonly DraftRow[]) => rows.toSorted((a, b) => a.line - b.line);

/** As it was kept in the browser; false for anything else. */
export function isDraftRow(value: unknown): value is DraftRow {
  return (
    typeof value === "object" &&
    value !== null &&
    "line" in value &&
    typeof value.line === "number" &&
    "words" in value &&
    typeof value.words === "string" &&
    "reasons" in value &&
    Array.isArray(value.reasons)
  );
}
