import type { Archive } from "./archive.ts";
import { type Unreadable, unreadable } from "./unreadable.ts";
import { readXml } from "./xml.ts";

export const DAMAGED = "工作簿已损坏，不能读取。请重新下载模板填写。";

/** What a sheet's cells refer to. */
export interface WorkbookParts {
  readonly sheetPath: string;
  readonly sharedStrings: readonly string[];
  /** Whether a cell's style, by its number, shows a date. */
  readonly dateStyles: readonly boolean[];
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean;
}

/** Finds the first sheet and what it refers to. */
export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts | Unreadable> {
  const workbookPath = await relation(archive, "_rels/.rels", (type) =>
    type.endsWith("/officeDocument"),
  );
  if (workbookPath === null || !/workbook\.xml$/.test(workbookPath)) {
    return unreadable("这个文件不是 xlsx 工作簿，请用下载的模板填写后上传。");
  }
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf("/") + 1);
  const relations = `${folder}_rels/${workbookPath.slice(folder.length)}.rels`;
  const { sheetId, from1904 } = await readWorkbook(archive, workbookPath);
  const pathOf = (matches: (type: string, id: string) => boolean) =>
    relation(archive, relations, matches, folder);
  const sheetPath = sheetId && (await pathOf((_, id) => id === sheetId));
  if (!sheetPath) return unreadable(DAMAGED);
  const stringsPath = await pathOf((type) => type.endsWith("/sharedStrings"));
  const stylesPath = await pathOf((type) => type.endsWith("/styles"));
  const sharedStrings = stringsPath ? await readSharedStrings(archive, stringsPath) : [];
  const dateStyles = stylesPath ? await readDateStyles(archive, stylesPath) : [];
  if (sharedStrings === null || dateStyles === null) return unreadable(DAMAGED);
  return { sheetPath, sharedStrings, dateStyles, from1904 };
}

/** Path of the part that a relation leads to, null without one. */
async function relation(
  archive: Archive,
  path: string,
  matches: (type: string, id: string) => boolean,
  folder = "",
): Promise<string | null> {
  let target: string | null = null;
  await read(archive, path, {
    open: (name, { Type = "", Id = "", Target = "" }) => {
      if (name === "Relationship" && target === null && matches(Type, Id)) target = Target;
    },
  });
  if (target === null) return null;
  const found: string = target;
  return found.startsWith("/") ? found.slice(1) : `${folder}${found}`;
}

async function readWorkbook(archive: Archive, path: string) {
  let sheetId: string | null = null;
  let from1904 = false;
  await read(archive, path, {
    open: (name, attributes) => {
      if (name === "sheet") sheetId ??= attributes["relation"] ?? null;
      if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes["date1904"] ?? "");
    },
  });
  return { sheetId: sheetId as string | null, from1904 };
}

/** Texts by their number. Readings of Chinese characters (phonetic runs) aren't part of them. */
async function readSharedStrings(archive: Archive, path: string) {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let inReading = false;
  const ok = await read(archive, path, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") inReading = true;
      if (name === "t") inText = !inReading;
    },
    text: (part) => {
      if (inText) text += part;
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name === "rPh") inReading = false;
      if (name === "si") strings.push(text);
    },
  });
  return ok ? strings : null;
}

/** Formats that are dates by their number alone, the Chinese ones included (ECMA-376, 18.8.30). */
const isDateFormat = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

async function readDateStyles(archive: Archive, path: string) {
  const dateFormats = new Set<number>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  const ok = await read(archive, path, {
    open: (name, attributes) => {
      const id = Number(attributes["numFmtId"] ?? "0");
      if (name === "numFmt" && showsDate(attributes["formatCode"] ?? "")) dateFormats.add(id);
      if (name === "cellXfs") inCellFormats = true;
      if (name === "xf" && inCellFormats) styles.push(isDateFormat(id) || dateFormats.has(id));
    },
    close: (name) => {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return ok ? styles : null;
}

/** A custom format shows a date if it names a year or a day outside quotes and brackets. */
function showsDate(code: string): boolean {
  return /[yd年日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

/** False where the part is missing or broken. */
async function read(archive: Archive, path: string, listener: Parameters<typeof readXml>[1]) {
  const stream = await archive.stream(path);
  return stream ? await readXml(stream, listener) : false;
}
