import type { Column, RawRow } from "@hall/domain/list";
import type { RowTaker, SheetCell } from "./sheet.ts";
import { cellName, type Unreadable, unreadable } from "./unreadable.ts";

/** Columns that the report adds; a report that was mended comes back with them. */
export const reportHeads = { line: "原表行号", faults: "问题" } as const;

/** Longer texts aren't cells of a list but something pasted by mistake. */
const LONGEST_CELL = 200;
const HEADS_NAMED = 8;

export interface ListForm {
  readonly columns: readonly Column[];
  readonly maxRows: number;
}

export interface RowsTaken {
  readonly take: RowTaker;
  readonly rows: () => readonly RawRow[] | Unreadable;
}

/** Makes a list's rows of a sheet's lines: the head says which column is which. */
export function rowsTaken({ columns, maxRows }: ListForm): RowsTaken {
  let keys: ReadonlyMap<number, string | null> | null = null;
  const rows: RawRow[] = [];
  const own = columns.filter(({ choices }) => choices === undefined);
  const example = Object.fromEntries(own.map(({ key, example }) => [key, example]));
  const take: RowTaker = (line, cells) => {
    if (keys === null) {
      const heads = readHeads(line, cells, columns);
      if ("unreadable" in heads) return heads;
      keys = heads;
      return null;
    }
    const read = readCells(line, cells, keys);
    if (isProblem(read)) return read;
    if (Object.keys(read).length === 0 || isExample(read, example)) return null;
    if (rows.length === maxRows) {
      return unreadable(
        `名单超过了${maxRows.toLocaleString("zh-CN")}行的上限，请分成几份，分别上传。`,
      );
    }
    rows.push({ line, cells: read });
    return null;
  };
  return { take, rows: () => outcome(keys === null, rows) };
}

const isProblem = (read: Readonly<Record<string, string>> | Unreadable): read is Unreadable =>
  "unreadable" in read;

function outcome(headless: boolean, rows: readonly RawRow[]): readonly RawRow[] | Unreadable {
  if (headless) return unreadable("文件是空的，请用下载的模板填写后上传。");
  if (rows.length === 0) return unreadable("名单里一行也没有填写，请从模板的第2行起填写。");
  return rows;
}

function readHeads(line: number, cells: readonly SheetCell[], columns: readonly Column[]) {
  const byLabel = new Map(columns.map(({ key, label }) => [plain(label), key]));
  const added = new Set<string>(Object.values(reportHeads));
  const keys = new Map<number, string | null>();
  const unknown: string[] = [];
  for (const { column, text } of cells) {
    const key = byLabel.get(plain(text));
    if (key !== undefined) keys.set(column, key);
    else if (added.has(text)) keys.set(column, null);
    else unknown.push(text.slice(0, 20));
  }
  const found = [...keys.values()];
  const missing = columns.filter(({ key }) => !found.includes(key)).map(({ label }) => label);
  const twice = columns.filter(({ key }) => found.indexOf(key) !== found.lastIndexOf(key));
  const faults = [
    line > 1 ? "表头不在第1行" : "",
    missing.length > 0 ? `缺少“${missing.slice(0, HEADS_NAMED).join("”“")}”` : "",
    unknown.length > 0 ? `多出“${unknown.slice(0, HEADS_NAMED).join("”“")}”` : "",
    twice.length > 0 ? `重复“${twice.map(({ label }) => label).join("”“")}”` : "",
  ].filter((fault) => fault !== "");
  if (faults.length === 0) return keys;
  return unreadable(`表头与模板不一致：${faults.join("；")}。请重新下载模板，不要改动第1行。`);
}

/** Heads are compared without blanks and the star that some put to what is required. */
const plain = (head: string) => head.normalize("NFKC").replace(/[\s*]/g, "");

function readCells(
  line: number,
  cells: readonly SheetCell[],
  keys: ReadonlyMap<number, string | null>,
): Readonly<Record<string, string>> | Unreadable {
  const read: Record<string, string> = {};
  for (const { column, text, formula } of cells) {
    const key = keys.get(column);
    const name = cellName(column, line);
    if (key === null) continue;
    if (formula) {
      return unreadable(
        `${name} 单元格是公式，名单里只能填文字和数字。请把它复制后以“数值”方式粘贴，再上传。`,
      );
    }
    if (key === undefined) {
      return unreadable(`${name} 单元格有内容，但这一列没有表头。请删去，或者填到模板的列里。`);
    }
    if (text.length > LONGEST_CELL) {
      return unreadable(
        `${name} 单元格有${text.length}个字，超过了${LONGEST_CELL}个字，请检查是不是贴错了。`,
      );
    }
    read[key] = text;
  }
  return read;
}

/** The template's example may stay where it is; what was chosen from a list may differ. */
function isExample(
  read: Readonly<Record<string, string>>,
  example: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(example).every(([key, text]) => (read[key] ?? "") === text);
}
