/** Measures in points (1/72 inch), from the top left corner. */
const POINTS_PER_MM = 72 / 25.4;

export const mm = (millimetres: number): number => millimetres * POINTS_PER_MM;

/** A4, ISO 216, with the wide margins of official papers. */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  left: mm(25),
  right: mm(25),
  /** Where text begins on the first page, above the title. */
  top: mm(22),
  /** Where text begins on the other pages, under the running head. */
  continuedTop: mm(27),
  /** Lowest point of text; the foot stands below. */
  bottom: mm(297 - 25),
} as const;

export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

export const INK = "#000000";
/** For rules and small print that must not compete with the text; 7:1 on white. */
export const SOFT_INK = "#4a4a4a";
export const SEAL_RED = "#d4121b";

/** Type sizes; the Chinese names are those of official papers. */
export const SIZE = {
  /** 二号 */
  title: 22,
  /** 小四 */
  issuer: 12,
  /** 小四 */
  body: 12,
  /** 五号 */
  table: 10.5,
  heading: 12,
  /** 小五 */
  note: 9,
  dense: 8.5,
  foot: 7.5,
} as const;

export const HAIRLINE = 0.5;
export const FRAME = 1;

/** Room in a paragraph, from baseline to baseline. */
export const BODY_LEADING = 23;
export const HEADING_HEIGHT = 23;
export const GAP_BETWEEN_SECTIONS = mm(3.4);
/** Room for text on a page after the first. */
export const FRESH_PAGE = PAGE.bottom - PAGE.continuedTop;
/** Last rows of a table that move on together with what must stand under them. */
export const TAIL_ROWS = 3;

/** A framed sentence. */
export const EMPHASIS = { padding: 7, leading: 18 } as const;

/** Lines to be signed, two to a row. */
export const SIGNATURES = { height: 34, rightGap: 16, belowBaseline: 3 } as const;

/** Where a line to sign on begins after its label, in points. */
export function signatureLineStart(label: string): number {
  return ([...label].length + 1.2) * SIZE.table;
}

/** Baseline of a line of text that is centred between `top` and `top + height`. */
export function centredBaseline(top: number, height: number, size: number): number {
  // Chinese characters reach from 0.88 em above the baseline to 0.12 em below.
  return top + height / 2 + size * 0.38;
}
