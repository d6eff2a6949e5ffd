/** From the best look down; the first that is small enough is taken. */
const QUALITIES: readonly number[] = [
  0.95, 0.92, 0.88, 0.84, 0.8, 0.75, 0.7, 0.65, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1,
];
const SEGMENT_HEAD = 4;
const MOST_OF_A_SEGMENT = 65_000;

interface Limits {
  readonly minBytes: number;
  readonly maxBytes: number;
}

/** The canvas as a JPEG within the limits, both ends included; null where the browser can't. */
export async function makeJpeg(canvas: HTMLCanvasElement, limits: Limits): Promise<Blob | null> {
  let smallest: Blob | null = null;
  for (const quality of QUALITIES) {
    const made = await new Promise<Blob | null>((done) =>
      canvas.toBlob(done, "image/jpeg", quality),
    );
    if (made === null) return null;
    smallest = made;
    if (made.size <= limits.maxBytes) break;
  }
  if (smallest === null || smallest.size >= limits.minBytes) return smallest;
  const filled = filledUp(new Uint8Array(await smallest.arrayBuffer()), limits.minBytes);
  return new Blob([filled], { type: "image/jpeg" });
}

/**
 * A very plain picture stays below the least size even at its best. Comments, which no decoder
 * minds, bring it up to exactly that size; a comment can't be of fewer than 4 bytes.
 */
export function filledUp(jpeg: Uint8Array<ArrayBuffer>, minBytes: number): Uint8Array<ArrayBuffer> {
  const missing = Math.max(SEGMENT_HEAD, minBytes - jpeg.length);
  const length = Math.min(missing, MOST_OF_A_SEGMENT);
  const comment = new Uint8Array(length).fill(0x20);
  const written = length - 2;
  comment.set([0xff, 0xfe, written >> 8, written & 0xff]);
  const made = new Uint8Array(jpeg.length + length);
  made.set(jpeg.subarray(0, 2));
  made.set(comment, 2);
  made.set(jpeg.subarray(2), 2 + length);
  return made.length < minBytes ? filledUp(made, minBytes) : made;
}
