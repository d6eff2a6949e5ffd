import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What is exported, line by line: cells are texts, numbers are counts. */
export interface Listing {
  readonly heads: readonly { readonly title: string; readonly width: number }[];
  readonly lines: () => AsyncIterable<readonly (string | number)[]>;
}

export interface StreamedSheet extends Listing {
  readonly title: string;
}

export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A reader who takes in nothing for so long has gone. */
const LONGEST_MS = 300_000;
export const untilGone = () => ({ signal: AbortSignal.timeout(LONGEST_MS) });

const FONT = { name: "宋体", size: 11 } as const;

/**
 * Writes a workbook as its lines are read, one sheet after the other, so that a hundred thousand
 * of them never stand in memory at once. Rejects where the reader goes away before the end.
 */
export async function streamWorkbook(
  sheets: readonly StreamedSheet[],
  out: NodeJS.WritableStream,
): Promise<void> {
  // Loaded where a workbook is written: it takes a tenth of a second and 20 MB.
  const { default: exceljs } = await import("exceljs");
  const bytes = new PassThrough();
  const write = async () => {
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: bytes, useStyles: true });
    for (const { title, heads, lines } of sheets) {
      const sheet = workbook.addWorksheet(title, { views: [{ state: "frozen", ySplit: 1 }] });
      // Cells are texts: a number of 18 digits that Excel takes for an amount loses its last ones.
      sheet.columns = heads.map((head) => ({
        header: head.title,
        width: head.width,
        style: { numFmt: "@", font: FONT },
      }));
      sheet.getRow(1).font = { ...FONT, bold: true };
      for await (const line of lines()) {
        if (bytes.destroyed) return;
        sheet.addRow([...line]).commit();
      }
      sheet.commit();
    }
    await workbook.commit();
  };
  await Promise.all([pipeline(bytes, out, untilGone()), write()]);
}
