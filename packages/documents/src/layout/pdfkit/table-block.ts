import type { TableSection } from "@hall/domain/paper";
import { CONTENT_WIDTH, FRAME, FRESH_PAGE, HAIRLINE, INK, PAGE, TAIL_ROWS } from "../page.ts";
import { type Column, measureTable, type Row, styleIn } from "../table-rows.ts";
import type { Canvas } from "./canvas.ts";
import { drawCell } from "./cells.ts";

/**
 * Draws a ruled table of any length. Rows are gathered until a page is full and then drawn
 * together, so that a merged cell knows how far it reaches on its page.
 * @param keepBelow room in points that the end of the table leaves on its page
 */
export function drawTable(canvas: Canvas, section: TableSection, keepBelow = 0): void {
  const { columns, head, rows } = measureTable(section);
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

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.height, 0);

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
    const box = { x: PAGE.left + column.left, y, width: column.width, height: below - y };
    drawCell(canvas, row.cells[index] ?? [], box, styleIn(column, row.role));
  }
  // Text can't be set while a path is open, so the rules follow in one stroke.
  for (const { column, below } of spans) {
    const x = PAGE.left + column.left;
    if (below < bottom) canvas.pdf.moveTo(x, below).lineTo(x + column.width, below);
  }
  for (const column of columns.slice(1)) {
    const x = PAGE.left + column.left;
    canvas.pdf.moveTo(x, top).lineTo(x, bottom);
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
