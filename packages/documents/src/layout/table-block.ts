import type { TableColumn, TableSection } from "../sections.ts";
import type { Canvas } from "./canvas.ts";
import { type CellStyle, cellLines, drawCell } from "./cells.ts";
import type { Line } from "./line-breaking.ts";
import { CONTENT_WIDTH, FRAME, HAIRLINE, INK, PAGE, SIZE } from "./page.ts";

const DENSITY = {
  normal: { size: SIZE.table, leading: 15, smallestRow: 22.5, padding: 5 },
  dense: { size: SIZE.dense, leading: 11.5, smallestRow: 16.5, padding: 3.5 },
} as const;

const TAIL_ROWS = 3;
const FRESH_PAGE = PAGE.bottom - PAGE.continuedTop;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly merge: boolean;
  readonly style: CellStyle;
}

interface Row {
  readonly texts: readonly string[];
  readonly cells: readonly (readonly Line[])[];
  readonly height: number;
  readonly role: "head" | "body" | "total";
}

/**
 * Draws a ruled table of any length. Rows are gathered until a page is full and then drawn
 * together, so that a merged cell knows how far it reaches on its page.
 * @param keepBelow room in points that the end of the table leaves on its page
 */
export function drawTable(canvas: Canvas, section: TableSection, keepBelow = 0): void {
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
  let chunk: Row[] = [];
  let used = head.height;
  rows.forEach((row, index) => {
    const left = rows.length - index;
    // The last rows move on together with what must stand under the table.
    const tail = left === TAIL_ROWS ? heightOf(rows.slice(index)) + keepBelow : row.height;
    const needed = head.height + tail <= FRESH_PAGE ? tail : row.height;
    if (chunk.length > 0 && used + needed > canvas.room) {
      drawChunk(canvas, columns, [head, ...chunk]);
      canvas.newPage();
      chunk = [];
      used = head.height;
    }
    chunk.push(row);
    used += row.height;
  });
  drawChunk(canvas, columns, [head, ...chunk]);
}

/** Least height of a table's head with a first row. */
export const FIRST_TABLE_ROWS = 2 * DENSITY.normal.smallestRow;

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.height, 0);

function columnsOf(
  columns: readonly TableColumn[],
  density: (typeof DENSITY)[keyof typeof DENSITY],
): Column[] {
  const weights = columns.reduce((sum, column) => sum + column.weight, 0);
  let x: number = PAGE.left;
  return columns.map((column) => {
    const width = (CONTENT_WIDTH * column.weight) / weights;
    const { size, leading, padding } = density;
    const align = column.align ?? "center";
    const style: CellStyle = { size, leading, padding, align, weight: "regular" };
    const placed = { x, width, merge: column.merge ?? false, style };
    x += width;
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

function styleIn(column: Column, role: Row["role"]): CellStyle {
  if (role === "body") return column.style;
  return {
    ...column.style,
    weight: "bold",
    align: role === "head" ? "center" : column.style.align,
  };
}

function drawChunk(canvas: Canvas, columns: readonly Column[], rows: readonly Row[]): void {
  const top = canvas.y;
  const edges = [top];
  for (const row of rows) edges.push((edges.at(-1) ?? top) + row.height);
  const bottom = edges.at(-1) ?? top;
  // In the order of reading: a reading program follows the order of drawing.
  const spans = columns
    .flatMap((column, index) => spansOf(column, index, rows, edges))
    .sort((a, b) => a.y - b.y || a.index - b.index);
  for (const { column, row, index, y, below } of spans) {
    const box = { x: column.x, y, width: column.width, height: below - y };
    drawCell(canvas, row.cells[index] ?? [], box, styleIn(column, row.role));
  }
  // Text can't be set while a path is open, so the rules follow in one stroke.
  for (const { column, below } of spans) {
    if (below < bottom) canvas.pdf.moveTo(column.x, below).lineTo(column.x + column.width, below);
  }
  for (const column of columns.slice(1)) {
    canvas.pdf.moveTo(column.x, top).lineTo(column.x, bottom);
  }
  canvas.pdf.lineWidth(HAIRLINE).strokeColor(INK).stroke();
  canvas.frame(PAGE.left, top, CONTENT_WIDTH, bottom - top, FRAME);
  canvas.y = bottom;
}

/** One cell as drawn, over one row or over a run of equal ones. */
interface Span {
  readonly column: Column;
  readonly index: number;
  readonly row: Row;
  readonly y: number;
  readonly below: number;
}

function spansOf(
  column: Column,
  index: number,
  rows: readonly Row[],
  edges: readonly number[],
): Span[] {
  const spans: Span[] = [];
  let start = 0;
  while (start < rows.length) {
    const end = column.merge ? endOfRun(rows, start, index) : start + 1;
    const [row, y, below] = [rows[start], edges[start], edges[end]];
    if (row && y !== undefined && below !== undefined) spans.push({ column, index, row, y, below });
    start = end;
  }
  return spans;
}

/** Where the run of equal values that begins at `start` ends, exclusive. */
function endOfRun(rows: readonly Row[], start: number, column: number): number {
  const first = rows[start];
  let end = start + 1;
  while (
    first?.role === "body" &&
    rows[end]?.role === "body" &&
    rows[end]?.texts[column] === first.texts[column]
  ) {
    end += 1;
  }
  return end;
}
