import type { Seal } from "../content.ts";
import { QR } from "./closing-text.ts";
import { INK, SEAL_RED } from "./page.ts";
import { qrPath } from "./qr-path.ts";
import { sealPaths } from "./seal-paths.ts";

/** What draws lines and shapes: a pdfkit document, or the painter of react-pdf's `<Canvas>`. */
export interface Pen {
  save(): unknown;
  restore(): unknown;
  translate(x: number, y: number): unknown;
  scale(factor: number): unknown;
  moveTo(x: number, y: number): unknown;
  lineTo(x: number, y: number): unknown;
  rect(x: number, y: number, width: number, height: number): unknown;
  circle(x: number, y: number, radius: number): unknown;
  path(data: string): unknown;
  lineWidth(points: number): unknown;
  strokeColor(color: string): unknown;
  fillColor(color: string): unknown;
  stroke(): unknown;
  fill(): unknown;
}

export function drawRule(
  pen: Pen,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  thickness: number,
): void {
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.lineWidth(thickness);
  pen.strokeColor(INK);
  pen.stroke();
}

export function drawFrame(
  pen: Pen,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  thickness: number,
): void {
  pen.rect(box.x, box.y, box.width, box.height);
  pen.lineWidth(thickness);
  pen.strokeColor(INK);
  pen.stroke();
}

/** A seal around the point (`x`, `y`). */
export function drawSeal(pen: Pen, seal: Seal, x: number, y: number): void {
  const { ring, filled } = sealPaths(seal);
  pen.save();
  pen.translate(x, y);
  pen.circle(0, 0, ring.radius);
  pen.lineWidth(ring.width);
  pen.strokeColor(SEAL_RED);
  pen.stroke();
  pen.path(filled);
  pen.fillColor(SEAL_RED);
  pen.fill();
  pen.restore();
}

/** A QR code whose box begins at (`x`, `y`). */
export function drawQrCode(pen: Pen, content: string, x: number, y: number): void {
  const code = qrPath(content);
  pen.save();
  pen.translate(x - QR.overhang, y + QR.overhang);
  pen.scale(QR.side / code.side);
  pen.path(code.filled);
  pen.fillColor(INK);
  pen.fill();
  pen.restore();
}
