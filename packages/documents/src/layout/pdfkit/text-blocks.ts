import type {
  EmphasisSection,
  NotesSection,
  ParagraphsSection,
  SignaturesSection,
} from "@hall/domain/paper";
import {
  BODY_LEADING,
  CONTENT_WIDTH,
  centredBaseline,
  EMPHASIS,
  FRAME,
  HAIRLINE,
  HEADING_HEIGHT,
  PAGE,
  SIGNATURES,
  SIZE,
  SOFT_INK,
  signatureLineStart,
} from "../page.ts";
import {
  emphasisLines,
  NOTE_LEADING,
  noteIndent,
  noteLines,
  noteMark,
  paragraphIndent,
  paragraphLines,
} from "../text-lines.ts";
import type { Canvas } from "./canvas.ts";

/** A heading that is never left alone at the foot of a page: `following` stays with it. */
export function drawHeading(canvas: Canvas, heading: string, following: number): void {
  canvas.ensure(HEADING_HEIGHT + following);
  const baseline = centredBaseline(canvas.y, HEADING_HEIGHT, SIZE.heading);
  canvas.text(heading, PAGE.left, baseline, { size: SIZE.heading, weight: "bold" });
  canvas.y += HEADING_HEIGHT;
}

export function drawParagraphs(canvas: Canvas, section: ParagraphsSection): void {
  const indent = paragraphIndent(section);
  for (const paragraph of section.paragraphs) {
    const lines = paragraphLines(paragraph, indent);
    lines.forEach((line, index) => {
      // Two lines at least stand together at the foot and at the head of a page.
      const keep = index === 0 || index === lines.length - 2 ? Math.min(2, lines.length) : 1;
      canvas.ensure(keep * BODY_LEADING);
      const shift = index === 0 ? indent : 0;
      const baseline = centredBaseline(canvas.y, BODY_LEADING, SIZE.body);
      const style = { size: SIZE.body };
      canvas.paragraphLine(line, PAGE.left + shift, baseline, style, CONTENT_WIDTH - shift);
      canvas.y += BODY_LEADING;
    });
  }
}

export function drawNotes(canvas: Canvas, section: NotesSection): void {
  const style = { size: SIZE.note, color: SOFT_INK };
  noteLines(section).forEach((lines, index) => {
    lines.forEach((line, lineIndex) => {
      canvas.ensure(NOTE_LEADING);
      const baseline = centredBaseline(canvas.y, NOTE_LEADING, SIZE.note);
      if (lineIndex === 0) canvas.text(noteMark(section, index), PAGE.left, baseline, style);
      const indent = noteIndent(section);
      canvas.paragraphLine(line, PAGE.left + indent, baseline, style, CONTENT_WIDTH - indent);
      canvas.y += NOTE_LEADING;
    });
  });
}

export function drawEmphasis(canvas: Canvas, section: EmphasisSection): void {
  const width = CONTENT_WIDTH - 2 * EMPHASIS.padding;
  const style = { size: SIZE.table, weight: "bold" } as const;
  const lines = emphasisLines(section);
  const height = lines.length * EMPHASIS.leading + 2 * EMPHASIS.padding;
  canvas.ensure(height);
  canvas.frame(PAGE.left, canvas.y, CONTENT_WIDTH, height, FRAME);
  lines.forEach((line, index) => {
    const top = canvas.y + EMPHASIS.padding + index * EMPHASIS.leading;
    const baseline = centredBaseline(top, EMPHASIS.leading, SIZE.table);
    canvas.paragraphLine(line, PAGE.left + EMPHASIS.padding, baseline, style, width);
  });
  canvas.y += height;
}

/** Two to a row: what is to be signed, and a line to sign on. */
export function drawSignatures(canvas: Canvas, section: SignaturesSection): void {
  const columnWidth = CONTENT_WIDTH / 2;
  for (let index = 0; index < section.lines.length; index += 2) {
    canvas.ensure(SIGNATURES.height);
    section.lines.slice(index, index + 2).forEach((label, column) => {
      const left = PAGE.left + column * columnWidth;
      const baseline = centredBaseline(canvas.y, SIGNATURES.height, SIZE.table);
      canvas.text(`${label}：`, left, baseline, { size: SIZE.table });
      const lineStart = left + signatureLineStart(label);
      const y = baseline + SIGNATURES.belowBaseline;
      canvas.rule(lineStart, y, left + columnWidth - SIGNATURES.rightGap, y, HAIRLINE);
    });
    canvas.y += SIGNATURES.height;
  }
}
