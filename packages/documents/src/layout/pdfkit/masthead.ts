import type { PaperHeader } from "../../content.ts";
import {
  codeText,
  DEMO_TEXT,
  MARGINS,
  MASTHEAD,
  numberText,
  pageText,
  titleLines,
  titleSpacing,
} from "../masthead-text.ts";
import { CONTENT_WIDTH, HAIRLINE, PAGE, SIZE, SOFT_INK } from "../page.ts";
import type { Canvas } from "./canvas.ts";

const MIDDLE = PAGE.left + CONTENT_WIDTH / 2;
const RIGHT = PAGE.left + CONTENT_WIDTH;

/** Issuer, title and number at the head of the first page. */
export function drawMasthead(canvas: Canvas, header: PaperHeader): void {
  const issuer = { size: SIZE.issuer, spacing: MASTHEAD.issuerSpacing };
  canvas.text(header.issuer, MIDDLE, MASTHEAD.issuerBaseline, issuer, "center");
  const style = { size: SIZE.title, weight: "bold", spacing: titleSpacing(header.title) } as const;
  const lines = titleLines(header.title);
  lines.forEach((line, index) => {
    const baseline = MASTHEAD.titleBaseline + index * MASTHEAD.titleLeading;
    canvas.text(line, MIDDLE, baseline, style, "center");
  });
  const more = (lines.length - 1) * MASTHEAD.titleLeading;
  const number = { size: SIZE.table };
  canvas.text(numberText(header), RIGHT, MASTHEAD.numberBaseline + more, number, "right");
  canvas.y = MASTHEAD.bottom + more;
}

/** Head of the pages after the first and foot of all, once their number is known. */
export function drawMargins(canvas: Canvas, header: PaperHeader): void {
  const { count } = canvas.pdf.bufferedPageRange();
  const small = { size: SIZE.foot, color: SOFT_INK };
  for (let page = 0; page < count; page += 1) {
    canvas.pdf.switchToPage(page);
    if (page > 0) {
      canvas.text(header.title, PAGE.left, MARGINS.headBaseline, small);
      canvas.text(numberText(header), RIGHT, MARGINS.headBaseline, small, "right");
      canvas.rule(PAGE.left, MARGINS.headRule, RIGHT, MARGINS.headRule, HAIRLINE);
    }
    canvas.rule(PAGE.left, MARGINS.footRule, RIGHT, MARGINS.footRule, HAIRLINE);
    canvas.text(codeText(header), PAGE.left, MARGINS.footBaseline, small);
    canvas.text(pageText(page + 1, count), RIGHT, MARGINS.footBaseline, small, "right");
    if (header.demo) canvas.text(DEMO_TEXT, PAGE.left, MARGINS.demoBaseline, small);
  }
}
