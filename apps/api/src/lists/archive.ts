import type { Readable } from "node:stream";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { type Unreadable, unreadable } from "./unreadable.ts";

/** Entries of a workbook with 20,000 rows are about fifteen. */
const MOST_ENTRIES = 500;
const MOST_UNPACKED_BYTES = 100 * 1024 * 1024;
/** A sheet of 20,000 equal rows packs about 40 to 1. */
const HIGHEST_RATIO = 150;
const SMALL_BYTES = 1024 * 1024;

const NOT_A_WORKBOOK = "这个文件不是 xlsx 工作簿，请用下载的模板填写后上传。";

/** An opened workbook file whose table of contents has been looked over. */
export interface Archive {
  readonly names: readonly string[];
  /** Null where there is no such entry. Its bytes never exceed what the table of contents says. */
  readonly stream: (name: string) => Promise<Readable | null>;
  readonly close: () => void;
}

/**
 * Opens a workbook's archive without unpacking anything: sizes, ratio, macros and links are judged
 * by the table of contents. yauzl holds each entry to its declared size, so a lie ends the reading.
 */
export async function openArchive(bytes: Buffer): Promise<Archive | Unreadable> {
  const zip = await open(bytes);
  if (zip === null) return unreadable(NOT_A_WORKBOOK);
  const entries = await contents(zip);
  const problem = entries === null ? NOT_A_WORKBOOK : problemOf(entries, bytes.length);
  if (entries === null || problem !== null) {
    zip.close();
    return unreadable(problem ?? NOT_A_WORKBOOK);
  }
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  return {
    names: [...byName.keys()],
    stream: async (name) => {
      const entry = byName.get(name);
      return entry ? await openEntry(zip, entry) : null;
    },
    close: () => zip.close(),
  };
}

function problemOf(entries: readonly Entry[], packedBytes: number): string | null {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const ratio = unpacked / Math.max(1, packedBytes);
  if (entries.length > MOST_ENTRIES || unpacked > MOST_UNPACKED_BYTES) {
    return "工作簿解开后太大，不能读取。请只保留名单这一张表，删去图片和多余的格式后再上传。";
  }
  if (unpacked > SMALL_BYTES && ratio > HIGHEST_RATIO) {
    return "工作簿的压缩比例异常，不能读取。请把名单复制到新下载的模板里再上传。";
  }
  if (entries.some((entry) => entry.isEncrypted())) {
    return "工作簿设了密码，不能读取。请取消密码后再上传。";
  }
  const names = entries.map((entry) => entry.fileName.toLowerCase());
  if (new Set(names).size < names.length) return NOT_A_WORKBOOK;
  return problemOfContents(names);
}

function problemOfContents(names: readonly string[]): string | null {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/vbaproject\.bin$|^xl\/macrosheets\//)) {
    return "工作簿里有宏，不能上传。请另存为不带宏的 .xlsx 文件。";
  }
  if (has(/^xl\/externallinks\/|^xl\/connections\.xml$/)) {
    return "工作簿引用了别的文件或数据源，不能上传。请把内容以数值方式粘贴到模板里。";
  }
  if (has(/^xl\/(embeddings|activex)\//)) {
    return "工作簿里嵌有其他文件或控件，不能上传。请删去后再上传。";
  }
  if (has(/^xl\/workbook\.bin$/)) return "请把 .xlsb 工作簿另存为 .xlsx 文件后再上传。";
  return null;
}

function open(bytes: Buffer): Promise<ZipFile | null> {
  return new Promise((resolve) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) =>
      resolve(error ? null : zip),
    );
  });
}

/** The table of contents; null where it is damaged. No more than is allowed is kept. */
function contents(zip: ZipFile): Promise<readonly Entry[] | null> {
  return new Promise((resolve) => {
    const entries: Entry[] = [];
    zip.on("error", () => resolve(null));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      if (entries.length > MOST_ENTRIES) resolve(entries);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
