import { create } from "qrcode";
import { INK } from "./page.ts";

/** Modules of white around the code that readers need (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/**
 * Draws a QR code as one filled path, error correction M.
 * @param side outer side in points, the quiet zone included
 */
export function drawQrCode(
  pdf: PDFKit.PDFDocument,
  content: string,
  x: number,
  y: number,
  side: number,
): void {
  const { modules } = create(content, { errorCorrectionLevel: "M" });
  const unit = side / (modules.size + 2 * QUIET_ZONE);
  pdf.save().translate(x + QUIET_ZONE * unit, y + QUIET_ZONE * unit);
  for (let row = 0; row < modules.size; row += 1) {
    let start = -1;
    for (let column = 0; column <= modules.size; column += 1) {
      const dark = column < modules.size && modules.get(row, column) === 1;
      if (dark && start < 0) start = column;
      if (!dark && start >= 0) {
        pdf.rect(start * unit, row * unit, (column - start) * unit, unit);
        start = -1;
      }
    }
  }
  pdf.fillColor(INK).fill().restore();
}
