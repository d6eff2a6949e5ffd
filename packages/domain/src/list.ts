import type { FactName } from "./facts.ts";
import type { Citation, Finding, Reason, RuleCode } from "./findings.ts";
import type { Request } from "./service.ts";

/**
 * A column of a list that a unit files. Template, check, mending table and export are all made
 * from it (IMP-1).
 */
export interface Column {
  /** Property of the row. */
  readonly key: string;
  /** Head of the column in the workbook; another head is a changed template. */
  readonly label: string;
  readonly required: boolean;
  readonly example: string;
  readonly help: string;
  /** Allowed words, offered as a drop-down list in the template. */
  readonly choices?: readonly string[];
  /** Width in the workbook, in characters. */
  readonly width: number;
  /** Shown masked on screen. */
  readonly personal?: "identity-number" | "mobile" | "name";
}

/** A row as it was written, all cells trimmed text; `line` is its line in the sheet, the head being 1. */
export interface RawRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What a row's rule sees: the row, the request that it is part of, and where each key stands. */
export interface RowSeen<Needs extends FactName, Input> {
  readonly row: RawRow;
  readonly request: Request<Needs, Input>;
  /** Lines of the sheet by the row's key (as `rowKey` writes it), for duplicates within the list. */
  readonly linesByKey: ReadonlyMap<string, readonly number[]>;
}

/** A fault of one cell; `column` is the key of its column. */
export interface CellFault extends Reason {
  readonly column: string;
}

/** A claim about every row; answers with the faults, none where it holds. */
export interface RowRule<Needs extends FactName, Input> {
  readonly code: RuleCode;
  readonly words: string;
  readonly citation: Citation;
  readonly boundary?: string;
  readonly judge: (seen: RowSeen<Needs, Input>) => readonly CellFault[];
}

/** The list of a service whose input is rows. */
export interface ListShape<Needs extends FactName, Input> {
  readonly templateName: string;
  readonly maxRows: number;
  /** The column by which a row is looked up and duplicates are found. */
  readonly key: string;
  readonly columns: (request: Omit<Request<Needs, Input>, "input">) => readonly Column[];
  readonly rules: Readonly<Record<string, RowRule<Needs, Input>>>;
}

export interface RowFault {
  readonly line: number;
  readonly column: string;
  readonly finding: Finding;
}

export interface RowsInput {
  readonly rows: readonly RawRow[];
}

/** Judges every rule on every row; the faults come in the order of the sheet. */
export function judgeRows<Needs extends FactName, Input extends RowsInput>(
  list: ListShape<Needs, Input>,
  request: Request<Needs, Input>,
): readonly RowFault[] {
  const judge = rowJudge(list, request);
  return request.input.rows.flatMap(judge);
}

/**
 * As `judgeRows` row by row, for whoever judges a long list in slices and has found the lines of
 * its keys once.
 */
export function rowJudge<Needs extends FactName, Input extends RowsInput>(
  list: ListShape<Needs, Input>,
  request: Request<Needs, Input>,
  linesByKey = linesOf(request.input.rows, list.key),
): (row: RawRow) => readonly RowFault[] {
  const rules = Object.entries(list.rules);
  return (row) =>
    rules.flatMap(([claim, rule]) =>
      rule.judge({ row, request, linesByKey }).map(({ column, ...reason }) => ({
        line: row.line,
        column,
        finding: {
          rule: rule.code,
          claim,
          words: rule.words,
          citation: rule.citation,
          outcome: "fails" as const,
          at: `/rows/${row.line}/${column}`,
          ...reason,
          figures: reason.figures ?? [],
        },
      })),
    );
}

/** How keys are compared: numbers written with blanks, small letters or full width are the same. */
export function rowKey(written: string): string {
  return written.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
}

/** The keys that a list names, each once: facts about its rows are looked up by them. */
export function keysIn(rows: readonly RawRow[], key: string): readonly string[] {
  return [...new Set(rows.map((row) => rowKey(row.cells[key] ?? "")))].filter((k) => k !== "");
}

/** Lines by their row's key; rows without one aren't among them. */
export function linesOf(
  rows: readonly RawRow[],
  key: string,
): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>();
  for (const row of rows) {
    const value = rowKey(row.cells[key] ?? "");
    if (value === "") continue;
    const known = lines.get(value);
    if (known) known.push(row.line);
    else lines.set(value, [row.line]);
  }
  return lines;
}

/** A row that a review refused: its line, and why, as whoever filed the list reads it. */
export interface RefusedRow {
  readonly line: number;
  readonly reasons: readonly string[];
  readonly words: string;
}

/** Why a row was refused, in one line. */
export const refusalText = ({ reasons, words }: Pick<RefusedRow, "reasons" | "words">): string =>
  [...reasons, ...(words === "" ? [] : [words])].join("；");

/** A list without the rows that were refused: what comes after a review goes on with the others. */
export function withoutRows<Input>(input: Input, refused: readonly RefusedRow[]): Input {
  if (refused.length === 0 || !isList(input)) return input;
  const lines = new Set(refused.map(({ line }) => line));
  return { ...input, rows: input.rows.filter(({ line }) => !lines.has(line)) };
}

export const isList = <Input>(input: Input): input is Input & RowsInput =>
  typeof input === "object" && input !== null && "rows" in input;
