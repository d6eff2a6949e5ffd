import type { EmphasisSection, NotesSection, ParagraphsSection } from "@hall/domain/paper";
import { breakLines, type Line } from "./line-breaking.ts";
import { CONTENT_WIDTH, EMPHASIS, SIZE } from "./page.ts";

export const NOTE_LEADING = 15;
/** Room of 说明： before the notes, and of a number where there are several. */
const NOTE_MARK_WIDTH = 3 * SIZE.note;
const NOTE_NUMBER_WIDTH = 14;

/** Indent of the first line of each paragraph, in points. */
export function paragraphIndent(section: ParagraphsSection): number {
  return section.indent === false ? 0 : 2 * SIZE.body;
}

export function paragraphLines(paragraph: string, indent: number): readonly Line[] {
  return breakLines(paragraph, {
    weight: "regular",
    size: SIZE.body,
    width: CONTENT_WIDTH,
    indent,
  });
}

export function emphasisLines(section: EmphasisSection): readonly Line[] {
  const width = CONTENT_WIDTH - 2 * EMPHASIS.padding;
  return breakLines(section.text, { size: SIZE.table, weight: "bold", width });
}

/** Height of the notes in points, for keeping them with the seal. */
export function notesHeight(section: NotesSection): number {
  const lines = noteLines(section).reduce((sum, note) => sum + note.length, 0);
  return lines * NOTE_LEADING;
}

export function noteIndent(section: NotesSection): number {
  return NOTE_MARK_WIDTH + (section.notes.length > 1 ? NOTE_NUMBER_WIDTH : 0);
}

export function noteMark(section: NotesSection, index: number): string {
  const number = section.notes.length > 1 ? `${index + 1}.` : "";
  return index === 0 ? `${section.heading ?? "说明"}：${number}` : `　　　${number}`;
}

export function noteLines(section: NotesSection): (readonly Line[])[] {
  const setting = {
    weight: "regular",
    size: SIZE.note,
    width: CONTENT_WIDTH - noteIndent(section),
  } as const;
  return section.notes.map((note) => breakLines(note, setting));
}
