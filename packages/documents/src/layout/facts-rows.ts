import type { FactsSection, PaperFact } from "@hall/domain/paper";
import { type CellStyle, cellLines } from "./cell-lines.ts";
import type { Line } from "./line-breaking.ts";
import { CONTENT_WIDTH, SIZE } from "./page.ts";

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

/** A label or a value; `left` is counted from the left margin. */
export interface FactCell {
  readonly left: number;
  readonly width: number;
  readonly style: CellStyle;
  readonly lines: readonly Line[];
}

/** One ruled row of a block of facts. */
export interface FactRow {
  readonly cells: readonly FactCell[];
  readonly height: number;
}

/** Height of the first row, for keeping a heading with it. */
export const FIRST_FACTS_ROW = SMALLEST_ROW;

/** The rows of a block of facts, one or two pairs of label and value to a row, measured. */
export function factRows(section: FactsSection): readonly FactRow[] {
  return pairsOf(section).map((row) => {
    const cells = cellsOfRow(row);
    const heights = cells.map((cell) => cell.lines.length * LEADING + ROOM_ABOVE_AND_BELOW);
    return { cells, height: Math.max(SMALLEST_ROW, ...heights) };
  });
}

function pairsOf(section: FactsSection): PaperFact[][] {
  if (section.columns === 1) return section.facts.map((fact) => [fact]);
  const rows: PaperFact[][] = [];
  let open: PaperFact[] | null = null;
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

function cellsOfRow(row: readonly PaperFact[]): FactCell[] {
  const pairWidth = CONTENT_WIDTH / row.length;
  return row.flatMap((fact, index) => {
    const left = index * pairWidth;
    const valueWidth = pairWidth - LABEL_WIDTH;
    return [
      { left, width: LABEL_WIDTH, style: LABEL, lines: cellLines(fact.label, LABEL_WIDTH, LABEL) },
      {
        left: left + LABEL_WIDTH,
        width: valueWidth,
        style: VALUE,
        lines: cellLines(fact.value, valueWidth, VALUE),
      },
    ];
  });
}
