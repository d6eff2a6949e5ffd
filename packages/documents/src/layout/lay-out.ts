import type { PaperHeader } from "../content.ts";
import type { Section } from "../sections.ts";
import { addSignatureField } from "../signature-field.ts";
import { Canvas } from "./canvas.ts";
import { closingHeight, drawClosing } from "./closing.ts";
import { drawFacts, FIRST_FACTS_ROW } from "./facts-block.ts";
import { drawMargins, drawMasthead } from "./masthead.ts";
import { mm, PAGE, SIZE } from "./page.ts";
import { drawTable, FIRST_TABLE_ROWS } from "./table-block.ts";
import {
  drawEmphasis,
  drawHeading,
  drawNotes,
  drawParagraphs,
  drawSignatures,
  notesHeight,
} from "./text-blocks.ts";

const GAP_BETWEEN_SECTIONS = mm(3.4);
const FRESH_PAGE = PAGE.bottom - PAGE.continuedTop;

/** Sets a paper on A4 pages; the result has an empty signature field for `signPdf`. */
export async function layOut(
  header: PaperHeader,
  sections: readonly Section[],
  createdAt: Date,
): Promise<Buffer> {
  const canvas = new Canvas({
    Title: header.title,
    Author: header.issuer,
    Subject: header.number,
    CreationDate: createdAt,
    ModDate: createdAt,
  });
  const closing = closingHeight(header);
  drawMasthead(canvas, header);
  sections.forEach((section, index) => {
    if (index > 0 && !isRunningOn(sections, index)) canvas.y += GAP_BETWEEN_SECTIONS;
    drawSection(canvas, section, roomToKeep(sections, index, closing));
  });
  if (canvas.room < closing) {
    canvas.newPage();
    canvas.text("（本页无正文）", PAGE.left, canvas.y + SIZE.body, { size: SIZE.body });
    canvas.y += 2 * SIZE.body;
  }
  const box = drawClosing(canvas, header);
  addSignatureField(canvas.pdf, { header, box, signedAt: createdAt });
  drawMargins(canvas, header);
  return canvas.bytes();
}

/** A salutation and the letter after it are one text. */
function isRunningOn(sections: readonly Section[], index: number): boolean {
  const [before, section] = [sections[index - 1], sections[index]];
  return before?.type === "paragraphs" && section?.type === "paragraphs" && !section.heading;
}

/**
 * Room that a section leaves under it on its page, in points: the last section keeps the seal
 * with it, and a last but one keeps closing notes as well, so that no page bears only a seal.
 */
function roomToKeep(sections: readonly Section[], index: number, closing: number): number {
  const rest = sections.slice(index + 1);
  if (rest.length > 1) return 0;
  const next = rest[0];
  if (next === undefined) return closing;
  return next.type === "notes" ? closing + GAP_BETWEEN_SECTIONS + notesHeight(next) : 0;
}

function drawSection(canvas: Canvas, section: Section, keepBelow: number): void {
  if (section.heading && section.type !== "notes") {
    drawHeading(canvas, section.heading, firstPartOf(section));
  }
  switch (section.type) {
    case "paragraphs":
      drawParagraphs(canvas, section);
      break;
    case "facts":
      drawFacts(canvas, section);
      break;
    case "table":
      drawTable(canvas, section, keepBelow);
      break;
    case "notes": {
      const whole = notesHeight(section) + keepBelow;
      if (whole <= FRESH_PAGE) canvas.ensure(whole);
      drawNotes(canvas, section);
      break;
    }
    case "emphasis":
      drawEmphasis(canvas, section);
      break;
    case "signatures":
      drawSignatures(canvas, section);
      break;
    default:
      section satisfies never;
  }
}

function firstPartOf(section: Section): number {
  return section.type === "table" ? FIRST_TABLE_ROWS : FIRST_FACTS_ROW;
}
