import type { TableColumn, TableSection } from "@hall/domain/paper";
import { type CellStyle, cellLines } from "./cell-lines.ts";
import type { Line } from "./line-breaking.ts";
import { CONTENT_WIDTH, SIZE } from "./page.ts";

const DENSITY = {
  normal: { size: SIZE.table, leading: 15, smallestRow: 22.5, padding: 5 },
  dense: { size: SIZE.dense, leading: 11.5, smallestRow: 16.5, padding: 3.5 },
} as const;

/** A column as placed; `left` is counted from the left margin. */
export interface Column {
  readonly left: number;
  readonly width: number;
  readonly merge: boolean;
  readonly style: CellStyle;
}

/** A row as measured, one cell for each column. */
export interface Row {
  readonly texts: readonly string[];
  readonly cells: readonly (readonly Line[])[];
  readonly height: number;
  readonly role: "head" | "body" | "total";
}

/** A table with its lines broken and its rows measured. */
export interface MeasuredTable {
  readonly columns: readonly Column[];
  readonly head: Row;
  /** Totals come last. */
  readonly rows: readonly Row[];
}

export function measureTable(section: TableSection): MeasuredTable {
  const density = DENSITY[section.density ?? "normal"];
  const columns = columnsOf(section.columns, density);
  const rowOf = rowMaker(columns, density);
  const head = rowOf(
    section.columns.map((column) => column.title),
    "head",
  );
  const rows = [
    ...section.rows.map((texts) => rowOf(texts, "body")),
    ...(section.totals ?? []).map((texts) => rowOf(texts, "total")),
  ];
  return { columns, head, rows };
}

/** Least height of a table's head with a first row. */
export const FIRST_TABLE_ROWS = 2 * DENSITY.normal.smallestRow;

function columnsOf(
  columns: readonly TableColumn[],
  density: (typeof DENSITY)[keyof typeof DENSITY],
): Column[] {
  const weights = columns.reduce((sum, column) => sum + column.weight, 0);
  let left = 0;
  return columns.map((column) => {
    const width = (CONTENT_WIDTH * column.weight) / weights;
    const { size, leading, padding } = density;
    const align = column.align ?? "center";
    const style: CellStyle = { size, leading, padding, align, weight: "regular" };
    const placed = { left, width, merge: column.merge ?? false, style };
    left += width;
    return placed;
  });
}

function rowMaker(
  columns: readonly Column[],
  density: (typeof DENSITY)[keyof typeof DENSITY],
): (texts: readonly string[], role: Row["role"]) => Row {
  // The same names and sums come again in thousands of rows.
  const known = new Map<string, readonly Line[]>();
  return (texts, role) => {
    const cells = columns.map((column, index) => {
      const text = texts[index] ?? "";
      const key = `${role === "body" ? "" : "b"}${index}:${text}`;
      const before = known.get(key);
      if (before) return before;
      const lines = cellLines(text, column.width, styleIn(column, role));
      known.set(key, lines);
      return lines;
    });
    const most = Math.max(...cells.map((lines) => lines.length));
    const room = density.smallestRow - density.leading;
    return { texts, cells, height: most * density.leading + room, role };
  };
}

/** Type of a cell: heads and totals are bold, heads centred. */
export function styleIn(column: Pick<Column, "style">, role: Row["role"]): CellStyle {
  if (role === "body") return column.style;
  return {
    ...column.style,
    weight: "bold",
    align: role === "head" ? "center" : column.style.align,
  };
}
