import type { Section } from "@hall/domain/paper";
import type { PaperHeader } from "../../content.ts";
import { closingHeight } from "../closing-text.ts";
import { FIRST_FACTS_ROW } from "../facts-rows.ts";
import { FRESH_PAGE, GAP_BETWEEN_SECTIONS, PAGE, SIZE } from "../page.ts";
import { isRunningOn } from "../sections.ts";
import { FIRST_TABLE_ROWS } from "../table-rows.ts";
import { notesHeight } from "../text-lines.ts";
import { Canvas } from "./canvas.ts";
import { drawClosing } from "./closing.ts";
import { drawFacts } from "./facts-block.ts";
import { drawMargins, drawMasthead } from "./masthead.ts";
import { drawTable } from "./table-block.ts";
import {
  drawEmphasis,
  drawHeading,
  drawNotes,
  drawParagraphs,
  drawSignatures,
} from "./text-blocks.ts";

/** Draws a paper on A4 pages, tables of any length; the seal bears the `SIGNATURE_PLACE`. */
export async function layOutWithPdfkit(
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
  drawClosing(canvas, header);
  drawMargins(canvas, header);
  return canvas.bytes();
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
