import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ExportFormat } from "@hall/domain/services/student-query/scope";
import {
  type Listing,
  streamWorkbook,
  untilGone,
  WORKBOOK_TYPE,
} from "../lists/stream-workbook.ts";

export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  xlsx: WORKBOOK_TYPE,
  csv: "text/csv; charset=utf-8",
};

/**
 * Writes a listing as it is read, so that twenty thousand lines never stand in memory at once.
 * Rejects where the reader goes away before the end.
 */
export function writeListing(
  format: ExportFormat,
  title: string,
  listing: Listing,
  out: NodeJS.WritableStream,
): Promise<void> {
  return format === "csv"
    ? pipeline(Readable.from(csvOf(listing)), out, untilGone())
    : streamWorkbook([{ title, ...listing }], out);
}

const BYTE_ORDER_MARK = "\uFEFF";

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
async function* csvOf({ heads, lines }: Listing): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(heads.map(({ title }) => title));
  for await (const line of lines()) yield csvLine(line);
}

const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map(csvCell).join(",")}\r\n`;

/** A name that begins like a formula would be run by the spreadsheet that opens the file. */
function csvCell(cell: string | number): string {
  const text = typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : `${cell}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
