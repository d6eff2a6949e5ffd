import type { PaperHeader } from "./content.ts";

/**
 * Address of the link that a layout puts over the seal (or, without a size, on a paper without a
 * seal). The only link of a paper: the signature field takes its place, so that a click on the
 * seal opens the reader's signature panel.
 */
export const SIGNATURE_PLACE = "https://signature.invalid/";

/** Room for the CMS signature with its certificates, in bytes; ours takes about 2,900. */
const SIGNATURE_BYTES = 6144;
/** Stands in `ByteRange` until the length of the file is known; @signpdf looks for it. */
const OPEN_RANGE = "[0 /********** /********** /**********]";
const PRINT_AND_LOCKED = 4 + 128;
const SIGNATURES_EXIST_APPEND_ONLY = 3;

/**
 * Appends an empty PAdES signature (ISO 32000-1, 12.8; ETSI EN 319 142-1) to a finished file, as
 * an incremental update (7.5.6): so it is the same whichever library laid out the pages. The
 * field draws nothing: the seal is part of the page.
 */
export function addSignatureField(
  file: Buffer,
  { header, signedAt }: { readonly header: PaperHeader; readonly signedAt: Date },
): Buffer {
  const text = file.toString("latin1");
  const trailer = text.slice(text.lastIndexOf("trailer"));
  const size = Number(found(trailer, /\/Size (\d+)/));
  const catalog = objectOf(text, Number(found(trailer, /\/Root (\d+) 0 R/)));
  const link = linkOf(text);
  const signature = size;
  const appearance = size + 1;
  const [left = 0, bottom = 0, right = 0, top = 0] = link.rect;
  const form = `/AcroForm << /SigFlags ${SIGNATURES_EXIST_APPEND_ONLY} /Fields [${link.number} 0 R] >>`;
  const objects = new Map([
    [catalog.number, `<<${catalog.entries}\n${form} >>`],
    [
      link.number,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T ${pdfText("signature")} /TU ${pdfText("电子签名")} /V ${signature} 0 R /F ${PRINT_AND_LOCKED} /Rect [${link.rect.join(" ")}] /AP << /N ${appearance} 0 R >> >>`,
    ],
    [signature, signatureDictionary(header, signedAt)],
    [
      appearance,
      `<< /Type /XObject /Subtype /Form /BBox [0 0 ${right - left} ${top - bottom}] /Length 0 >>\nstream\n\nendstream`,
    ],
  ]);
  return withObjects(file, objects, trailer);
}

function signatureDictionary(header: PaperHeader, signedAt: Date): string {
  const moment = signedAt.toISOString().replace(/[-:T]|\.\d+/g, "");
  return [
    "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached",
    `/ByteRange ${OPEN_RANGE}`,
    `/Contents <${"0".repeat(2 * SIGNATURE_BYTES)}>`,
    `/Name ${pdfText(header.issuer)}`,
    `/Reason ${pdfText(`${header.title} ${header.number}`)}`,
    `/Location ${pdfText("苏州工业园区")}`,
    `/M (D:${moment}) >>`,
  ].join("\n");
}

/** Appends objects with their own cross-reference table, which names the one before it. */
function withObjects(file: Buffer, objects: ReadonlyMap<number, string>, trailer: string): Buffer {
  let body = "\n";
  let table = "xref\n";
  for (const [number, written] of [...objects].sort(([a], [b]) => a - b)) {
    const place = String(file.length + body.length).padStart(10, "0");
    table += `${number} 1\n${place} 00000 n \n`;
    body += `${number} 0 obj\n${written}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const entries = found(trailer, /<<(.*)>>/s).replace(/\/Size \d+/, `/Size ${size}`);
  const before = found(trailer, /startxref\s+(\d+)/);
  const start = file.length + body.length;
  const end = `trailer\n<<${entries.trimEnd()}\n/Prev ${before}\n>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(body + table + end, "latin1")]);
}

interface PdfObject {
  readonly number: number;
  /** What stands between the brackets of the dictionary. */
  readonly entries: string;
}

function objectOf(text: string, number: number): PdfObject {
  const start = text.lastIndexOf(`\n${number} 0 obj\n<<`);
  if (start < 0) throw new Error(`The PDF has no object ${number}.`);
  const end = text.indexOf("endobj", start);
  return { number, entries: found(text.slice(start, end), /<<(.*)>>/s) };
}

function linkOf(text: string): { readonly number: number; readonly rect: readonly number[] } {
  const at = text.indexOf("/Subtype /Link");
  if (at < 0) throw new Error("The layout left no place for the signature.");
  const heads = [...text.slice(Math.max(0, at - 400), at).matchAll(/\n(\d+) 0 obj\n/g)];
  const object = objectOf(text, Number(heads.at(-1)?.[1]));
  const rect = found(object.entries, /\/Rect \[([^\]]+)\]/);
  return { number: object.number, rect: rect.trim().split(/\s+/).map(Number) };
}

function found(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)?.[1];
  if (match === undefined) throw new Error(`The PDF lacks ${pattern.source}.`);
  return match;
}

/** A text string in UTF-16 with its byte order mark (7.9.2.2), in hexadecimal. */
function pdfText(text: string): string {
  return `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
}
