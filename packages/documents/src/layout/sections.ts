import type { Section, TableSection } from "@hall/domain/paper";
import type { PaperContent } from "../content.ts";

/** Rows of one table up to which react-pdf is quick; see the README. */
const MOST_FLOWING_ROWS = 60;

/** All blocks of a paper in their order; the small print comes last. */
export function sectionsOf({ sections, notes }: PaperContent): readonly Section[] {
  return notes.length > 0 ? [...sections, { type: "notes", notes }] : sections;
}

/**
 * Whether a paper holds a table that react-pdf can't set: a long one, or one with merged cells,
 * which reach as far as the page does and so are known only once the pages are.
 */
export function needsDrawnTables(sections: readonly Section[]): boolean {
  return sections.some((section) => section.type === "table" && needsDrawing(section));
}

function needsDrawing({ columns, rows }: TableSection): boolean {
  return rows.length > MOST_FLOWING_ROWS || columns.some((column) => column.merge);
}

/** A salutation and the letter after it are one text. */
export function isRunningOn(sections: readonly Section[], index: number): boolean {
  const [before, section] = [sections[index - 1], sections[index]];
  return before?.type === "paragraphs" && section?.type === "paragraphs" && !section.heading;
}
