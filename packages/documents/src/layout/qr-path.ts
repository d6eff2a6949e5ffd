import { create } from "qrcode";

/** Modules of white around the code that readers need (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code as one SVG path to be filled; its unit is the module. */
export interface QrPath {
  /** Modules of a side, the quiet zone included. */
  readonly side: number;
  readonly filled: string;
}

/** A QR code with error correction M; neighbouring dark modules of a row are one box. */
export function qrPath(content: string): QrPath {
  const { modules } = create(content, { errorCorrectionLevel: "M" });
  const boxes: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let start = -1;
    for (let column = 0; column <= modules.size; column += 1) {
      const dark = column < modules.size && modules.get(row, column) === 1;
      if (dark && start < 0) start = column;
      if (!dark && start >= 0) {
        const [left, right] = [start + QUIET_ZONE, column + QUIET_ZONE];
        const [top, bottom] = [row + QUIET_ZONE, row + 1 + QUIET_ZONE];
        boxes.push(`M${left} ${top}L${right} ${top}L${right} ${bottom}L${left} ${bottom}Z`);
        start = -1;
      }
    }
  }
  return { side: modules.size + 2 * QUIET_ZONE, filled: boxes.join("") };
}
