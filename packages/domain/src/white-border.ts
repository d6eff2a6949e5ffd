/** From this level on, in each of red, green and blue, a pixel is white to the eye; 0 to 255. */
const WHITE = 240;
/** The border measured, as a share of width and height. */
const BORDER = 0.05;
/** Sides are measured down to here: below, shoulders touch them. */
const SIDES = 0.5;

/** Pixels row by row, from the top left; red, green and blue first, then whatever else. */
export interface Pixels {
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  /** 3 without an alpha channel, 4 with one. */
  readonly channels: 3 | 4;
}

/**
 * How much of a portrait's border is white, in whole percent rounded down: the strip along the top
 * and the upper halves of the sides. Browser and server measure by it alike.
 */
export function whiteBorderPercent({ data, width, height, channels }: Pixels): number {
  const top = Math.max(1, Math.round(height * BORDER));
  const side = Math.max(1, Math.round(width * BORDER));
  const sidesEnd = Math.max(top, Math.round(height * SIDES));
  let white = 0;
  let all = 0;
  for (let y = 0; y < sidesEnd; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (y >= top && x >= side && x < width - side) continue;
      const at = (y * width + x) * channels;
      all += 1;
      if ((data[at] ?? 0) < WHITE) continue;
      if ((data[at + 1] ?? 0) < WHITE || (data[at + 2] ?? 0) < WHITE) continue;
      white += 1;
    }
  }
  return all === 0 ? 0 : Math.floor((white * 100) / all);
}
