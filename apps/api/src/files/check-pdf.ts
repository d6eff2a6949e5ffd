import { type PdfFault, type PdfObjects, readObjects } from "./pdf-objects.ts";
import { unpacksWithin } from "./pdf-streams.ts";
import { hasName, type PdfDictionary, type PdfValue, valuesOf } from "./pdf-syntax.ts";

/** Pages of a harmless PDF, or why it isn't taken, for whoever uploaded it. */
export type PdfVerdict = { readonly pages: number } | { readonly refused: string };

const REMAKE = "请用“打印为 PDF”重新生成，或拍成照片后上传。";

const faultWords: Readonly<Record<PdfFault, string>> = {
  damaged: `这个 PDF 不完整或已损坏，不能确定各种阅读软件都能打开。${REMAKE}`,
  encrypted: "这个 PDF 设了密码或使用限制，工作人员打不开。请取消密码和限制、重新保存后再上传。",
  unusual: `这个 PDF 用了少见的压缩方式，不能检查。${REMAKE}`,
  bomb: `这个 PDF 解开后过大，不能打开。${REMAKE}`,
};

const LAST_BYTES = 1024;
/** The end of an archive (zip) lies at most so far before the end of the file. */
const ARCHIVE_END_BYTES = 65_557;

/** Judges a PDF by what is in it; the bytes themselves stay as they came. */
export async function checkPdf(bytes: Buffer): Promise<PdfVerdict> {
  if (!/^%PDF-(1\.[0-7]|2\.0)[\r\n \t]/.test(bytes.toString("latin1", 0, 12)))
    return refused("damaged");
  const end = bytes.toString("latin1", Math.max(0, bytes.length - LAST_BYTES)).replaceAll("\0", "");
  if (!end.includes("%%EOF")) return refused("damaged");
  if (!/%%EOF\s*$/.test(end) || holdsArchive(bytes)) {
    return { refused: `这个 PDF 后面附着别的内容。${REMAKE}` };
  }
  const objects = readObjects(bytes);
  if (typeof objects === "string") return refused(objects);
  const active = activeContent(objects);
  if (active !== null) return { refused: `这个 PDF 里有${active}，不能上传。${REMAKE}` };
  const packed = await unpacksWithin(objects.streams);
  if (packed !== null) return refused(packed);
  const pages = pagesOf(objects);
  return pages > 0 ? { pages } : refused("damaged");
}

const refused = (fault: PdfFault): PdfVerdict => ({ refused: faultWords[fault] });

function holdsArchive(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - ARCHIVE_END_BYTES);
  for (
    let at = bytes.indexOf("PK\x05\x06", from);
    at >= 0;
    at = bytes.indexOf("PK\x05\x06", at + 4)
  ) {
    if (at + 22 > bytes.length) return false;
    // The directory lies before its end record, and a comment fills the rest: else it is chance.
    const directory = bytes.readUInt32LE(at + 12);
    const comment = bytes.readUInt16LE(at + 20);
    if (directory <= at && at + 22 + comment <= bytes.length) return true;
  }
  return false;
}

/** Actions that do more than to turn to a page (12.6.4). A link that a reader clicks may stay. */
const actions: Readonly<Record<string, string>> = {
  JavaScript: "脚本（JavaScript）",
  Launch: "启动其他程序的动作",
  SubmitForm: "向外发送内容的动作",
  ImportData: "导入外部数据的动作",
  GoToR: "打开其他文件的动作",
  GoToE: "打开内嵌文件的动作",
  Rendition: "多媒体动作",
  RichMediaExecute: "多媒体动作",
  Movie: "多媒体动作",
  Sound: "多媒体动作",
};

/** Keys that bring something into the file that isn't a page. */
const carriers: Readonly<Record<string, string>> = {
  JS: "脚本（JavaScript）",
  JavaScript: "脚本（JavaScript）",
  EmbeddedFiles: "内嵌的附件",
  EF: "内嵌的附件",
  XFA: "动态表单（XFA）",
  RichMediaContent: "多媒体内容",
};

const subtypes: Readonly<Record<string, string>> = {
  RichMedia: "多媒体内容",
  Movie: "多媒体内容",
  Sound: "多媒体内容",
  Screen: "多媒体内容",
  "3D": "多媒体内容",
  FileAttachment: "内嵌的附件",
};

/** What in the file could act or isn't a page, in words; null where nothing is. */
function activeContent(objects: PdfObjects): string | null {
  const pending = [...objects.values];
  for (let value = pending.pop(); value; value = pending.pop()) {
    if (value.type === "array") pending.push(...value.items);
    if (value.type !== "dictionary") continue;
    const found = activeIn(value, objects);
    if (found !== null) return found;
    pending.push(...value.entries.map(([, part]) => part));
  }
  return null;
}

function activeIn(dictionary: PdfDictionary, objects: PdfObjects): string | null {
  for (const [key, value] of dictionary.entries) {
    const carried = carriers[key];
    if (carried !== undefined) return carried;
    if (key === "OpenAction" && !onlyTurnsToPage(value, objects)) return "打开时自动执行的动作";
    if (key === "AA" && holdsAction(value, objects)) return "自动执行的动作";
    if (value.type !== "name") continue;
    const told = key === "S" ? actions[value.name] : key === "Subtype" && subtypes[value.name];
    if (told) return told;
  }
  return null;
}

/** Office programs let a file open on its first page: a place, or the action to go there. */
const onlyTurnsToPage = (value: PdfValue, objects: PdfObjects): boolean =>
  resolve(value, objects).every(
    (each) =>
      each.type === "array" ||
      each.type === "word" ||
      (each.type === "dictionary" && hasName(each, "S", "GoTo")),
  );

const holdsAction = (value: PdfValue, objects: PdfObjects): boolean =>
  resolve(value, objects).some(
    (each) =>
      each.type === "dictionary" &&
      each.entries.some(([, action]) =>
        resolve(action, objects).some(
          (one) => one.type === "dictionary" && valuesOf(one, "S").length > 0,
        ),
      ),
  );

/** What a reference may lead to: each revision has its own. */
const resolve = (value: PdfValue, { byNumber }: PdfObjects): readonly PdfValue[] =>
  value.type === "reference" ? (byNumber.get(value.number) ?? []) : [value];

function pagesOf({ byNumber }: PdfObjects): number {
  const has = (type: string) => (values: readonly PdfValue[]) =>
    values.some((value) => value.type === "dictionary" && hasName(value, "Type", type));
  const all = [...byNumber.values()];
  return all.some(has("Catalog")) ? all.filter(has("Page")).length : 0;
}
