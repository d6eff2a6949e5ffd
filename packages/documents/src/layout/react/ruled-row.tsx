import { View } from "@react-pdf/renderer";
import type { CellStyle } from "../cell-lines.ts";
import type { Line } from "../line-breaking.ts";
import { CONTENT_WIDTH, FRAME, HAIRLINE } from "../page.ts";
import { drawRule, type Pen } from "../pen.ts";
import { Drawing } from "./drawing.tsx";
import { Lines } from "./type.tsx";

export interface RuledCell {
  /** Counted from the left margin. */
  readonly left: number;
  readonly width: number;
  readonly style: CellStyle;
  readonly lines: readonly Line[];
}

interface RuledRowProps {
  readonly cells: readonly RuledCell[];
  readonly height: number;
  /** The row before; null for the first row of a block and a repeated head. */
  readonly above: readonly RuledCell[] | null;
}

/** One row of ruled boxes, its rules on the edges of its box. */
export function RuledRow(row: RuledRowProps) {
  return (
    <View wrap={false} style={{ height: row.height }}>
      <Drawing style={WHOLE} draw={(pen) => drawRules(pen, row)} />
      {row.cells.map((cell) => (
        <Cell key={cell.left} cell={cell} />
      ))}
    </View>
  );
}

const WHOLE = { position: "absolute", top: 0, left: 0, right: 0, bottom: 0 } as const;

/**
 * Nobody knows which row will be the last of its page, and that one must close the frame: each
 * row draws the thick rule below it, and the next row paints it over.
 */
function drawRules(pen: Pen, { cells, height, above }: RuledRowProps): void {
  if (above) {
    pen.rect(FRAME / 2, -FRAME / 2, CONTENT_WIDTH - FRAME, FRAME);
    pen.fillColor("#ffffff");
    pen.fill();
    for (const { left } of above.slice(1)) drawRule(pen, [left, -FRAME], [left, 0], HAIRLINE);
  }
  for (const { left } of cells.slice(1)) drawRule(pen, [left, 0], [left, height], HAIRLINE);
  drawRule(pen, [0, 0], [CONTENT_WIDTH, 0], above ? HAIRLINE : FRAME);
  drawRule(pen, [0, height], [CONTENT_WIDTH, height], FRAME);
  for (const edge of [0, CONTENT_WIDTH]) {
    drawRule(pen, [edge, -FRAME / 2], [edge, height + FRAME / 2], FRAME);
  }
}

function Cell({ cell: { left, width, style, lines } }: { cell: RuledCell }) {
  const { padding, ...type } = style;
  return (
    <View
      style={{
        position: "absolute",
        top: 0,
        bottom: 0,
        left,
        width,
        justifyContent: "center",
        paddingHorizontal: padding,
      }}
    >
      <Lines lines={lines.map((line) => line.text)} {...type} />
    </View>
  );
}
