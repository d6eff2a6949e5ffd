import { deflateSync } from "node:zlib";

/** Body of an object; a stream's Length is added to its dictionary. */
export type PdfPart = string | { readonly dictionary: string; readonly data: Buffer };

export const page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";

/** A PDF of these objects, numbered from 1, the first being its catalog. */
export function makePdf(parts: readonly PdfPart[], trailer = ""): Buffer {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  let length = chunks[0]?.length ?? 0;
  const offsets = parts.map((part, index) => {
    const at = length;
    const bytes = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      bodyOf(part),
      Buffer.from("\nendobj\n"),
    ]);
    chunks.push(bytes);
    length += bytes.length;
    return at;
  });
  const lines = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`);
  chunks.push(
    Buffer.from(
      `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${lines.join("")}trailer\n` +
        `<</Size ${parts.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}

function bodyOf(part: PdfPart): Buffer {
  if (typeof part === "string") return Buffer.from(part, "latin1");
  const dictionary = part.dictionary.replace(/>>$/, `/Length ${part.data.length}>>`);
  return Buffer.concat([
    Buffer.from(`${dictionary}\nstream\n`, "latin1"),
    part.data,
    Buffer.from("\nendstream"),
  ]);
}

/** A sound document of so many pages, with more in its catalog and behind its pages. */
export function simplePdf(pages = 1, catalog = "", more: readonly PdfPart[] = []): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(" ");
  return makePdf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`,
    ...Array.from({ length: pages }, () => page),
    ...more,
  ]);
}

/** Objects packed into an object stream (from PDF 1.5 on). */
export function objectStream(objects: Readonly<Record<number, string>>): PdfPart {
  const entries = Object.entries(objects);
  let offset = 0;
  const head = entries.map(([number, body]) => {
    const pair = `${number} ${offset}`;
    offset += body.length + 1;
    return pair;
  });
  const first = `${head.join(" ")} `;
  const data = deflateSync(`${first}${entries.map(([, body]) => body).join(" ")} `);
  return {
    dictionary: `<</Type/ObjStm/N ${entries.length}/First ${first.length}/Filter/FlateDecode>>`,
    data,
  };
}
