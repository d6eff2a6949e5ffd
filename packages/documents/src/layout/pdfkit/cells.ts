import type { CellStyle } from "../cell-lines.ts";
import type { Line } from "../line-breaking.ts";
import { centredBaseline } from "../page.ts";
import type { Canvas } from "./canvas.ts";

/** Sets lines in a cell, centred from top to bottom. */
export function drawCell(
  canvas: Canvas,
  lines: readonly Line[],
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  style: CellStyle,
): void {
  const top = box.y + (box.height - lines.length * style.leading) / 2;
  const { align, padding } = style;
  const x =
    align === "left"
      ? box.x + padding
      : align === "right"
        ? box.x + box.width - padding
        : box.x + box.width / 2;
  lines.forEach((line, index) => {
    const baseline = centredBaseline(top + index * style.leading, style.leading, style.size);
    canvas.text(line.text, x, baseline, { size: style.size, weight: style.weight }, align);
  });
}
