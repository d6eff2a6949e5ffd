import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the archive claims, where it lies. */
  readonly declaredSize?: number;
}

/** A zip archive made by hand, so that tests can make those that no program would. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const fields = headerFields(content, packed, name, entry.declaredSize ?? content.length);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), fields, name, packed]);
    const position = Buffer.alloc(14);
    position.writeUInt32LE(offset, 10);
    const version = Buffer.from("504b01021400", "hex");
    centrals.push(Buffer.concat([version, fields, position, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("504b0506", "hex");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** What a local header and the directory share: version needed to the length of the extra field. */
function headerFields(content: Buffer, packed: Buffer, name: Buffer, size: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The least that makes a workbook: one sheet with this XML, and whatever else is put in. */
export const workbookOf = (
  sheetData: string,
  more: readonly ZipEntry[] = [],
  declared: { readonly declaredSize?: number } = {},
): Buffer =>
  zipOf([
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="r7"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${PACKAGE}"><Relationship Id="r7" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<worksheet>${sheetData}</worksheet>`,
      ...declared,
    },
    ...more,
  ]);

/** A sheet's XML of rows of texts; a cell that begins with = becomes a formula. */
export function sheetData(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    text.startsWith("=")
      ? `<c t="str"><f>${text.slice(1)}</f><v>1</v></c>`
      : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (cells: readonly string[]) => `<row>${cells.map(cell).join("")}</row>`;
  return `<sheetData>${rows.map(row).join("")}</sheetData>`;
}
