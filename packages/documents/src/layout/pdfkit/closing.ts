import type { PaperHeader } from "../../content.ts";
import { SIGNATURE_PLACE } from "../../signature-field.ts";
import {
  closingMiddle,
  DATE_BASELINE,
  GAP_ABOVE_CLOSING,
  HINT,
  ISSUER_BASELINE,
  issuedOnText,
  QR,
  verificationLines,
} from "../closing-text.ts";
import { PAGE, SIZE, SOFT_INK } from "../page.ts";
import { drawQrCode, drawSeal } from "../pen.ts";
import { SEAL_DIAMETER } from "../seal-paths.ts";
import type { Canvas } from "./canvas.ts";

/**
 * Ends a paper: issuer, date and seal at the right, under the text; the QR code at the lower
 * left corner of the page. The caller has made room.
 */
export function drawClosing(canvas: Canvas, header: PaperHeader): void {
  drawVerification(canvas, header);
  const { seal } = header;
  if (!seal) {
    canvas.pdf.link(0, 0, 0, 0, SIGNATURE_PLACE);
    return;
  }
  const top = canvas.y + GAP_ABOVE_CLOSING;
  const x = PAGE.left + closingMiddle(header);
  const y = top + SEAL_DIAMETER / 2;
  drawSeal(canvas.pdf, seal, x, y);
  canvas.text(header.issuer, x, y + ISSUER_BASELINE, { size: SIZE.body }, "center");
  canvas.text(issuedOnText(header), x, y + DATE_BASELINE, { size: SIZE.body }, "center");
  canvas.pdf.link(x - SEAL_DIAMETER / 2, top, SEAL_DIAMETER, SEAL_DIAMETER, SIGNATURE_PLACE);
  canvas.y = top + SEAL_DIAMETER;
}

function drawVerification(canvas: Canvas, header: PaperHeader): void {
  drawQrCode(canvas.pdf, header.verificationUrl, PAGE.left, PAGE.bottom - QR.side);
  const lines = verificationLines(header);
  const first = PAGE.bottom - QR.lastBaseline - (lines.length - 1) * HINT.leading;
  lines.forEach((text, index) => {
    const style = { size: HINT.size, color: SOFT_INK };
    canvas.text(text, PAGE.left + QR.hintLeft, first + index * HINT.leading, style);
  });
}
