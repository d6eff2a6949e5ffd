import type { RawRow } from "@hall/domain/list";
import { openArchive } from "./archive.ts";
import { readCommaSeparated } from "./comma-separated.ts";
import { type ListForm, rowsTaken } from "./rows-taken.ts";
import { readSheet } from "./sheet.ts";
import { isUnreadable, type Unreadable, unreadable } from "./unreadable.ts";
import { readWorkbookParts } from "./workbook-parts.ts";

const ZIP = Buffer.from("PK");
const OLD_OFFICE = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * Reads an uploaded list, xlsx or csv, judged by its content first and its name second. What is no
 * such file, or no list of this form, is refused with a sentence; faults of cells come later.
 */
export async function readList(
  bytes: Buffer,
  fileName: string,
  form: ListForm,
): Promise<readonly RawRow[] | Unreadable> {
  if (bytes.length === 0) return unreadable("文件是空的，请用下载的模板填写后上传。");
  if (startsWith(bytes, OLD_OFFICE)) {
    return unreadable("这是旧版 .xls 文件，或者设了密码。请另存为不设密码的 .xlsx 文件后再上传。");
  }
  const taken = rowsTaken(form);
  if (startsWith(bytes, ZIP)) {
    const problem = await readWorkbookFile(bytes, taken.take);
    return problem ?? taken.rows();
  }
  if (!/\.csv$/i.test(fileName)) {
    return unreadable("这个文件不是 xlsx 工作簿，请用下载的模板填写后上传。");
  }
  return readCommaSeparated(bytes, taken.take) ?? taken.rows();
}

async function readWorkbookFile(bytes: Buffer, take: Parameters<typeof readSheet>[2]) {
  const archive = await openArchive(bytes);
  if (isUnreadable(archive)) return archive;
  try {
    const parts = await readWorkbookParts(archive);
    return isUnreadable(parts) ? parts : await readSheet(archive, parts, take);
  } finally {
    archive.close();
  }
}

const startsWith = (bytes: Buffer, start: Buffer) => bytes.subarray(0, start.length).equals(start);
