import type {
  EmphasisSection,
  NotesSection,
  ParagraphsSection,
  SignaturesSection,
} from "../sections.ts";
import { type Canvas, centredBaseline } from "./canvas.ts";
import { breakLines, type Line } from "./line-breaking.ts";
import { CONTENT_WIDTH, FRAME, HAIRLINE, PAGE, SIZE, SOFT_INK } from "./page.ts";

const BODY_LEADING = 23;
const NOTE_LEADING = 15;
/** Room of 说明： before the notes, and of a number where there are several. */
const NOTE_MARK_WIDTH = 3 * SIZE.note;
const NOTE_NUMBER_WIDTH = 14;
const HEADING_HEIGHT = 23;
const EMPHASIS_PADDING = 7;
const EMPHASIS_LEADING = 18;
const SIGNATURE_HEIGHT = 34;

/** A heading that is never left alone at the foot of a page: `following` stays with it. */
export function drawHeading(canvas: Canvas, heading: string, following: number): void {
  canvas.ensure(HEADING_HEIGHT + following);
  const baseline = centredBaseline(canvas.y, HEADING_HEIGHT, SIZE.heading);
  canvas.text(heading, PAGE.left, baseline, { size: SIZE.heading, weight: "bold" });
  canvas.y += HEADING_HEIGHT;
}

export function drawParagraphs(canvas: Canvas, section: ParagraphsSection): void {
  const indent = section.indent === false ? 0 : 2 * SIZE.body;
  for (const paragraph of section.paragraphs) {
    const lines = breakLines(paragraph, {
      weight: "regular",
      size: SIZE.body,
      width: CONTENT_WIDTH,
      indent,
    });
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

/** Height of the notes in points, for keeping them with the seal. */
export function notesHeight(section: NotesSection): number {
  const lines = noteLines(section).reduce((sum, note) => sum + note.length, 0);
  return lines * NOTE_LEADING;
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

function noteIndent(section: NotesSection): number {
  return NOTE_MARK_WIDTH + (section.notes.length > 1 ? NOTE_NUMBER_WIDTH : 0);
}

function noteMark(section: NotesSection, index: number): string {
  const number = section.notes.length > 1 ? `${index + 1}.` : "";
  return index === 0 ? `${section.heading ?? "说明"}：${number}` : `　　　${number}`;
}

function noteLines(section: NotesSection): (readonly Line[])[] {
  const setting = {
    weight: "regular",
    size: SIZE.note,
    width: CONTENT_WIDTH - noteIndent(section),
  } as const;
  return section.notes.map((note) => breakLines(note, setting));
}

export function drawEmphasis(canvas: Canvas, section: EmphasisSection): void {
  const width = CONTENT_WIDTH - 2 * EMPHASIS_PADDING;
  const style = { size: SIZE.table, weight: "bold" } as const;
  const lines = breakLines(section.text, { ...style, width });
  const height = lines.length * EMPHASIS_LEADING + 2 * EMPHASIS_PADDING;
  canvas.ensure(height);
  canvas.frame(PAGE.left, canvas.y, CONTENT_WIDTH, height, FRAME);
  lines.forEach((line, index) => {
    const top = canvas.y + EMPHASIS_PADDING + index * EMPHASIS_LEADING;
    const baseline = centredBaseline(top, EMPHASIS_LEADING, SIZE.table);
    canvas.paragraphLine(line, PAGE.left + EMPHASIS_PADDING, baseline, style, width);
  });
  canvas.y += height;
}

/** Two to a row: what is to be signed, and a line to sign on. */
export function drawSignatures(canvas: Canvas, section: SignaturesSection): void {
  const columnWidth = CONTENT_WIDTH / 2;
  for (let index = 0; index < section.lines.length; index += 2) {
    canvas.ensure(SIGNATURE_HEIGHT);
    section.lines.slice(index, index + 2).forEach((label, column) => {
      const left = PAGE.left + column * columnWidth;
      const baseline = centredBaseline(canvas.y, SIGNATURE_HEIGHT, SIZE.table);
      canvas.text(`${label}：`, left, baseline, { size: SIZE.table });
      const lineStart = left + ([...label].length + 1.2) * SIZE.table;
      canvas.rule(lineStart, baseline + 3, left + columnWidth - 16, baseline + 3, HAIRLINE);
    });
    canvas.y += SIGNATURE_HEIGHT;
  }
}
