import ExcelJS from "exceljs";

/** A pupil as a school writes it down, in the order of the template's columns. */
export type PupilRow = readonly [
  name: string,
  identityNumber: string,
  sex: string,
  birthDate: string,
  classCode: string,
  guardian: string,
  mobile: string,
];

/** As many as any template has. */
const COLUMNS = 7;

/** The template as it was downloaded, filled with rows under its head. */
export async function filledTemplate(
  template: string,
  rows: readonly (readonly string[])[],
  change?: (firstRow: ExcelJS.Row) => void,
): Promise<{ readonly bytes: Buffer; readonly firstLine: number }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(template);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error("the template has no sheet");
  const head = headRow(sheet);
  // Whatever example stands under the head is written over or taken out.
  for (let line = head + 1; line <= Math.max(sheet.rowCount, head + rows.length); line += 1) {
    const row = rows[line - head - 1];
    for (let column = 1; column <= COLUMNS; column += 1) {
      sheet.getRow(line).getCell(column).value = row?.[column - 1] ?? null;
    }
  }
  change?.(sheet.getRow(head + 1));
  return { bytes: Buffer.from(await book.xlsx.writeBuffer()), firstLine: head + 1 };
}

/** The line of the head, below whatever stands above it. */
function headRow(sheet: ExcelJS.Worksheet): number {
  for (let line = 1; line <= 10; line += 1) {
    const texts = [1, 2].map((column) => sheet.getRow(line).getCell(column).text);
    if (texts[0]?.startsWith("姓名") && texts[1]?.startsWith("证件号码")) return line;
  }
  throw new Error("the template has no head");
}
