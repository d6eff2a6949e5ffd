import type { Weight } from "./fonts.ts";
import { breakLines, type Line } from "./line-breaking.ts";

export interface CellStyle {
  readonly size: number;
  readonly leading: number;
  readonly weight: Weight;
  readonly align: "left" | "center" | "right";
  /** Left and right of the text, in points. */
  readonly padding: number;
}

/** In ems. */
const SHORTEST_LAST_LINE = 3;

/**
 * The lines of a cell's text within the cell's width. Centred lines are of about the same
 * length, and no text ends in a line of one or two characters, which would look like a mistake.
 */
export function cellLines(text: string, width: number, style: CellStyle): readonly Line[] {
  const { weight, size, padding, align } = style;
  const full = width - 2 * padding;
  const lines = breakLines(text, { weight, size, width: full });
  if (lines.length < 2 || text.includes("\n")) return lines;
  let best = lines;
  for (let narrower = full - size / 2; narrower > full / 2; narrower -= size / 2) {
    const longEnough = (best.at(-1)?.width ?? 0) >= SHORTEST_LAST_LINE * size;
    if (align !== "center" && longEnough) break;
    const next = breakLines(text, { weight, size, width: narrower });
    if (next.length > lines.length) break;
    best = next;
  }
  return best;
}
