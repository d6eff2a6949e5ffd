import type { ImageFormat } from "@hall/domain/evidence";

/** What a file is by its first bytes, whatever its name says. */
export type Sniffed =
  | { readonly kind: "image"; readonly format: ImageFormat }
  | { readonly kind: "pdf" }
  /** Not taken anywhere; `name` says what it is, `hint` what to do instead. */
  | { readonly kind: "other"; readonly name: string; readonly hint?: string };

interface Signature {
  /** Any of these at `at`, as Latin-1. */
  readonly magic: readonly string[];
  readonly at?: number;
  /** And this in what follows. */
  readonly and?: RegExp;
  readonly is: Sniffed;
}

const other = (name: string, hint?: string): Sniffed => ({
  kind: "other",
  name,
  ...(hint === undefined ? {} : { hint }),
});

const AS_JPEG = "请转存为 JPEG 图片后上传。";
const AS_PDF = "请另存为 PDF 或拍成照片后上传。";
const UNPACK = "请解压后逐个上传。";

const ZIP = "PK\x03\x04";
const OFFICE = other("Office 文档", AS_PDF);

const image = (format: ImageFormat): Sniffed => ({ kind: "image", format });

/** The first that fits counts. */
const signatures: readonly Signature[] = [
  { magic: ["\xff\xd8\xff"], is: image("jpeg") },
  { magic: ["\x89PNG\r\n\x1a\n"], is: image("png") },
  { magic: ["RIFF"], and: /^.{4}WEBP/s, is: image("webp") },
  { magic: ["%PDF-"], is: { kind: "pdf" } },
  { at: 4, magic: ["ftyphei", "ftyphev", "ftypmif1"], is: other("HEIC 照片", AS_JPEG) },
  { at: 4, magic: ["ftypavif", "ftypavis"], is: other("AVIF 图片", AS_JPEG) },
  { at: 4, magic: ["ftyp"], is: other("视频") },
  { magic: ["GIF8"], is: other("GIF 图片", AS_JPEG) },
  { magic: ["II*\0", "MM\0*", "II+\0", "MM\0+"], is: other("TIFF 图片", AS_JPEG) },
  { magic: ["BM"], and: /^.{4}[^\x20-\xff]{4}/s, is: other("BMP 图片", AS_JPEG) },
  { magic: ["8BPS"], is: other("Photoshop 文件", AS_JPEG) },
  { magic: [ZIP], and: /^.{26}(OFD\.xml|Doc_0)/s, is: other("OFD 版式文件", AS_PDF) },
  { magic: [ZIP], and: /^.{26}(\[Content_Types\]|_rels|docProps|word|xl|ppt)/s, is: OFFICE },
  { magic: [ZIP, "PK\x05\x06"], is: other("压缩包", UNPACK) },
  { magic: ["Rar!", "7z\xbc\xaf", "\x1f\x8b", "BZh", "\xfd7zXZ"], is: other("压缩包", UNPACK) },
  { magic: ["\xd0\xcf\x11\xe0"], is: other("旧版 Office 文档", AS_PDF) },
  { magic: ["{\\rtf"], is: other("RTF 文档", AS_PDF) },
  { magic: ["%!PS"], is: other("PostScript 文件", AS_PDF) },
  { magic: ["MZ", "\x7fELF", "\xca\xfe\xba\xbe", "\xcf\xfa\xed\xfe"], is: other("程序") },
  { magic: ["#!"], is: other("脚本") },
  { magic: [""], and: /^[^<]{0,8}(<[?!][^>]*>\s*)*<svg[\s>]/is, is: other("SVG 图形", AS_JPEG) },
  {
    magic: [""],
    and: /^[^<]{0,8}(<!--.*?-->\s*)?<(!doctype html|html|head|body|script)/is,
    is: other("网页"),
  },
  { magic: [""], and: /^[^<]{0,8}<\?xml/i, is: other("XML 文件") },
];

const HEAD_BYTES = 1024;

/** Looks at the first kilobyte. */
export function sniff(bytes: Buffer): Sniffed {
  const head = bytes.toString("latin1", 0, HEAD_BYTES);
  const found = signatures.find(({ magic, at = 0, and }) =>
    magic.some(
      (start) => head.startsWith(start, at) && (and?.test(head.slice(at + start.length)) ?? true),
    ),
  );
  if (found) return found.is;
  return isText(bytes) ? other("文本") : other("无法识别的文件");
}

function isText(bytes: Buffer): boolean {
  const head = bytes.subarray(0, HEAD_BYTES);
  return !head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
}
