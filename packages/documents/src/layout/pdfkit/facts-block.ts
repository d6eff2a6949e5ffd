import type { FactsSection } from "@hall/domain/paper";
import { factRows } from "../facts-rows.ts";
import { CONTENT_WIDTH, FRAME, HAIRLINE, PAGE } from "../page.ts";
import type { Canvas } from "./canvas.ts";
import { drawCell } from "./cells.ts";

/** Ruled boxes of label and value, one or two pairs to a row. */
export function drawFacts(canvas: Canvas, section: FactsSection): void {
  let top = canvas.y;
  const closeFrame = () => {
    canvas.frame(PAGE.left, top, CONTENT_WIDTH, canvas.y - top, FRAME);
  };
  for (const { cells, height } of factRows(section)) {
    if (height > canvas.room) {
      closeFrame();
      canvas.newPage();
      top = canvas.y;
    }
    if (canvas.y > top) {
      canvas.rule(PAGE.left, canvas.y, PAGE.left + CONTENT_WIDTH, canvas.y, HAIRLINE);
    }
    for (const { left, width, lines, style } of cells) {
      const x = PAGE.left + left;
      if (left > 0) canvas.rule(x, canvas.y, x, canvas.y + height, HAIRLINE);
      drawCell(canvas, lines, { x, y: canvas.y, width, height }, style);
    }
    canvas.y += height;
  }
  closeFrame();
}
