import type { Fact, FactsSection } from "../sections.ts";
import type { Canvas } from "./canvas.ts";
import { type CellStyle, cellLines, drawCell } from "./cells.ts";
import { CONTENT_WIDTH, FRAME, HAIRLINE, PAGE, SIZE } from "./page.ts";

const LABEL_WIDTH = 88;
const LEADING = 15;
const SMALLEST_ROW = 24;
const ROOM_ABOVE_AND_BELOW = 9;

const LABEL: CellStyle = {
  size: SIZE.table,
  leading: LEADING,
  weight: "regular",
  align: "center",
  padding: 5,
};
const VALUE: CellStyle = { ...LABEL, align: "left", padding: 8 };

/** Ruled boxes of label and value, one or two pairs to a row. */
export function drawFacts(canvas: Canvas, section: FactsSection): void {
  const rows = rowsOfFacts(section);
  let top = canvas.y;
  const closeFrame = () => {
    canvas.frame(PAGE.left, top, CONTENT_WIDTH, canvas.y - top, FRAME);
  };
  rows.forEach((row) => {
    const cells = cellsOfRow(row);
    const height = Math.max(
      SMALLEST_ROW,
      ...cells.map((cell) => cell.lines.length * LEADING + ROOM_ABOVE_AND_BELOW),
    );
    if (height > canvas.room) {
      closeFrame();
      canvas.newPage();
      top = canvas.y;
    }
    if (canvas.y > top) {
      canvas.rule(PAGE.left, canvas.y, PAGE.left + CONTENT_WIDTH, canvas.y, HAIRLINE);
    }
    for (const cell of cells) {
      if (cell.x > PAGE.left) canvas.rule(cell.x, canvas.y, cell.x, canvas.y + height, HAIRLINE);
      drawCell(canvas, cell.lines, { ...cell, y: canvas.y, height }, cell.style);
    }
    canvas.y += height;
  });
  closeFrame();
}

/** Height of the first row, for keeping a heading with it. */
export const FIRST_FACTS_ROW = SMALLEST_ROW;

function rowsOfFacts(section: FactsSection): Fact[][] {
  if (section.columns === 1) return section.facts.map((fact) => [fact]);
  const rows: Fact[][] = [];
  let open: Fact[] | null = null;
  for (const fact of section.facts) {
    if (fact.wide) {
      rows.push([fact]);
      open = null;
    } else if (open) {
      open.push(fact);
      open = null;
    } else {
      open = [fact];
      rows.push(open);
    }
  }
  return rows;
}

function cellsOfRow(row: readonly Fact[]) {
  const pairWidth = CONTENT_WIDTH / row.length;
  return row.flatMap((fact, index) => {
    const x = PAGE.left + index * pairWidth;
    const valueWidth = pairWidth - LABEL_WIDTH;
    return [
      { x, width: LABEL_WIDTH, style: LABEL, lines: cellLines(fact.label, LABEL_WIDTH, LABEL) },
      {
        x: x + LABEL_WIDTH,
        width: valueWidth,
        style: VALUE,
        lines: cellLines(fact.value, valueWidth, VALUE),
      },
    ];
  });
}
