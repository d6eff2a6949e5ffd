import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import type { RowTaker } from "./sheet.ts";
import { type Unreadable, unreadable } from "./unreadable.ts";

const NOT_TEXT = "这个文件不是 xlsx 工作簿，也不是 csv 文本，请用下载的模板填写后上传。";

/** Reads a csv in UTF-8 or GBK, commas or tabs between its cells. */
export function readCommaSeparated(bytes: Buffer, take: RowTaker): Unreadable | null {
  const text = decodeText(bytes);
  if (typeof text !== "string") return text;
  const records = split(text);
  if (records === null)
    return unreadable("csv 文件的引号不成对，不能读取。请用表格软件另存后再上传。");
  for (const { record, line } of records) {
    const cells = record.flatMap((cell, column) => {
      const written = cell.trim();
      if (written === "") return [];
      return [{ column, text: written, formula: written.startsWith("=") }];
    });
    const problem = cells.length > 0 ? take(line, cells) : null;
    if (problem) return problem;
  }
  return null;
}

/** Text in UTF-8 or GBK (GB 18030, which contains it); anything else is refused. */
export function decodeText(bytes: Buffer): string | Unreadable {
  if (bytes.includes(0)) return unreadable(NOT_TEXT);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = iconv.decode(bytes, "gb18030");
    if (!text.includes("\uFFFD")) return text;
    return unreadable("csv 文件的编码不是 UTF-8 也不是 GBK，请另存为其中一种后再上传。");
  }
}

/** Records with the number that the sheet would give them; null where a quote stays open. */
function split(text: string): readonly { record: string[]; line: number }[] | null {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = firstLine.includes("\t") && !firstLine.includes(",") ? "\t" : ",";
  try {
    const records: string[][] = parse(text, { bom: true, delimiter, relax_column_count: true });
    return records.map((record, index) => ({ record, line: index + 1 }));
  } catch {
    return null;
  }
}
