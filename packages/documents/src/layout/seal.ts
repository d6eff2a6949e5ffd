import type { Seal } from "../content.ts";
import { openedFont } from "./fonts.ts";
import { mm, SEAL_RED } from "./page.ts";

/** Outer diameter of a seal of a public institution's department, in points. */
export const SEAL_DIAMETER = mm(40);

const RADIUS = SEAL_DIAMETER / 2;
const RING = mm(1.1);
const TEXT_BASE_RADIUS = RADIUS - mm(6);
/** Sweep of the curved text over the top, in degrees. */
const LARGEST_SWEEP = 268;

/**
 * Draws a round seal as outlines: ring, name on the circle, star, purpose. Glyphs are paths and
 * no text, so that copying or searching the page isn't littered with letters in a circle; the
 * reading program gets a description instead (by the caller's structure tag).
 */
export function drawSeal(pdf: PDFKit.PDFDocument, seal: Seal, x: number, y: number): void {
  pdf.save().translate(x, y).fillColor(SEAL_RED).strokeColor(SEAL_RED);
  pdf
    .circle(0, 0, RADIUS - RING / 2)
    .lineWidth(RING)
    .stroke();
  drawStar(pdf, mm(5.6), -mm(1.6));
  drawCurvedText(pdf, seal.organisation);
  drawLevelText(pdf, seal.purpose, mm(12), mm(3.5), 0.95);
  if (seal.demo) drawLevelText(pdf, "演示", mm(16.2), mm(2.9), 1);
  pdf.restore();
}

function drawStar(pdf: PDFKit.PDFDocument, radius: number, centreY: number): void {
  const inner = radius * 0.382;
  for (let point = 0; point < 10; point += 1) {
    const angle = (point * 36 - 90) * (Math.PI / 180);
    const distance = point % 2 === 0 ? radius : inner;
    const px = Math.cos(angle) * distance;
    const py = Math.sin(angle) * distance + centreY;
    if (point === 0) pdf.moveTo(px, py);
    else pdf.lineTo(px, py);
  }
  pdf.closePath().fill();
}

/** The name clockwise over the top, letters upright on the circle, narrower the more there are. */
function drawCurvedText(pdf: PDFKit.PDFDocument, text: string): void {
  const characters = [...text];
  const height = mm(4.2);
  const middle = TEXT_BASE_RADIUS + height / 2;
  const naturalStep = ((height * 1.02) / middle) * (180 / Math.PI);
  const step = Math.min(naturalStep * 1.15, LARGEST_SWEEP / characters.length);
  const stretch = Math.min(1, (step / naturalStep) * 1.02);
  characters.forEach((character, index) => {
    const angle = (index - (characters.length - 1) / 2) * step;
    pdf.save().rotate(angle).translate(0, -TEXT_BASE_RADIUS);
    drawGlyph(pdf, character, -(height * stretch) / 2, 0, height, stretch);
    pdf.restore();
  });
}

function drawLevelText(
  pdf: PDFKit.PDFDocument,
  text: string,
  baseline: number,
  height: number,
  stretch: number,
): void {
  const step = height * stretch * 1.08;
  [...text].forEach((character, index, all) => {
    const left = (index - all.length / 2) * step + (step - height * stretch) / 2;
    drawGlyph(pdf, character, left, baseline, height, stretch);
  });
}

/** One glyph as a filled path; `height` is its em, `stretch` its relative width. */
function drawGlyph(
  pdf: PDFKit.PDFDocument,
  character: string,
  left: number,
  baseline: number,
  height: number,
  stretch: number,
): void {
  const font = openedFont("bold");
  const scale = height / font.unitsPerEm;
  const outline = font.glyphForCodePoint(character.codePointAt(0) ?? 0).path.toSVG();
  // Font units grow upwards; the em box of Chinese glyphs begins 0.12 em below the baseline.
  pdf.save().translate(left, baseline - height * 0.12);
  pdf
    .scale(scale * stretch, -scale)
    .path(outline)
    .fill()
    .restore();
}
