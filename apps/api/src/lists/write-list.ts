import type { Column } from "@hall/domain/list";
import exceljs from "exceljs";
import { reportHeads } from "./rows-taken.ts";

/** A sheet of a list as it goes out: empty as a template, or with rows and what is wrong in them. */
export interface ListSheet {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly maxRows: number;
}

export interface ReportRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly faults: readonly { readonly column: string; readonly message: string }[];
}

/** Cells that carry a note of their own; beyond it the last column tells alone. */
const MOST_NOTES = 2_000;
const FONT = { name: "宋体", size: 11 } as const;
const HEAD_FILL = { type: "pattern", pattern: "solid", fgColor: { argb: "FFDCE6F1" } } as const;
const FAULT_FILL = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFC7CE" } } as const;

/** The template: heads, an example row, drop-down lists, and what goes into each column (IMP-1). */
export async function writeTemplate(sheet: ListSheet): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const list = addList(workbook, sheet, []);
  const example = list.addRow(sheet.columns.map((column) => column.example));
  example.font = { ...FONT, italic: true, color: { argb: "FF808080" } };
  addHelp(workbook, sheet);
  return bytesOf(workbook);
}

/** The list back with its faults: red cells with a note, and all of them in the last column. */
export async function writeReport(sheet: ListSheet, rows: readonly ReportRow[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const list = addList(workbook, sheet, [
    { header: reportHeads.line, width: 10 },
    { header: reportHeads.faults, width: 60 },
  ]);
  const places = new Map(sheet.columns.map(({ key }, index) => [key, index + 1]));
  const labels = new Map(sheet.columns.map(({ key, label }) => [key, label]));
  let notes = 0;
  for (const { line, cells, faults } of rows) {
    const told = faults.map(({ column, message }) => `${labels.get(column) ?? column}：${message}`);
    const row = list.addRow([
      ...sheet.columns.map(({ key }) => cells[key] ?? ""),
      String(line),
      told.join(""),
    ]);
    for (const [column, messages] of messagesByColumn(faults)) {
      const cell = row.getCell(places.get(column) ?? sheet.columns.length + 2);
      cell.fill = FAULT_FILL;
      if (notes < MOST_NOTES) cell.note = messages.join("");
      notes += 1;
    }
  }
  addHelp(workbook, sheet);
  return bytesOf(workbook);
}

function messagesByColumn(faults: ReportRow["faults"]): ReadonlyMap<string, readonly string[]> {
  const messages = new Map<string, string[]>();
  for (const { column, message } of faults) {
    messages.set(column, [...(messages.get(column) ?? []), message]);
  }
  return messages;
}

const OPTIONS_SHEET = "可选内容";

function addList(
  workbook: exceljs.Workbook,
  { title, columns, maxRows }: ListSheet,
  added: readonly { header: string; width: number }[],
): exceljs.Worksheet {
  const list = workbook.addWorksheet(title.slice(0, 31), {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  // Cells are texts: a number of 18 digits that Excel takes for an amount loses its last ones.
  list.columns = [...columns.map(({ label, width }) => ({ header: label, width })), ...added].map(
    (column) => ({ ...column, style: { numFmt: "@", font: FONT } }),
  );
  const head = list.getRow(1);
  head.font = { ...FONT, bold: true };
  head.height = 22;
  head.eachCell((cell) => {
    cell.fill = HEAD_FILL;
    cell.alignment = { vertical: "middle" };
  });
  for (const [index, { label, required, help }] of columns.entries()) {
    head.getCell(index + 1).note = `${label}（${required ? "必填" : "选填"}）：${help}`;
  }
  offerChoices(list, columns, maxRows);
  return list;
}

/** exceljs keeps validations by range, though its types tell of single cells alone. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: exceljs.DataValidation): void };
}

function offerChoices(list: exceljs.Worksheet, columns: readonly Column[], maxRows: number): void {
  const { dataValidations } = list as unknown as WithValidations;
  const offering = columns.filter(({ choices }) => choices && choices.length > 0);
  for (const [place, { key, label, choices = [] }] of offering.entries()) {
    const letter = list.getColumn(columns.findIndex((column) => column.key === key) + 1).letter;
    const from = list.getColumn(place + 1).letter;
    dataValidations.add(`${letter}2:${letter}${maxRows + 1}`, {
      type: "list",
      allowBlank: true,
      formulae: [`'${OPTIONS_SHEET}'!$${from}$2:$${from}$${choices.length + 1}`],
      showErrorMessage: true,
      errorTitle: label,
      error: `请从下拉列表里选择${label}。`,
    });
  }
}

/** What goes where, for reading; and the words that the drop-down lists offer. */
function addHelp(workbook: exceljs.Workbook, { columns }: ListSheet): void {
  const help = workbook.addWorksheet("填写说明");
  help.columns = [
    { header: "列", width: 16 },
    { header: "是否必填", width: 10 },
    { header: "怎样填写", width: 80 },
    { header: "示例", width: 24 },
  ].map((column) => ({ ...column, style: { numFmt: "@", font: FONT } }));
  help.getRow(1).font = { ...FONT, bold: true };
  for (const { label, required, help: words, example } of columns) {
    help.addRow([label, required ? "必填" : "选填", words, example]).alignment = { wrapText: true };
  }
  help.addRow(["", "", "第2行灰色的是示例，可以直接改成要填的内容，不改也不会被当作名单。", ""]);
  const offering = columns.filter(({ choices }) => choices && choices.length > 0);
  if (offering.length === 0) return;
  const options = workbook.addWorksheet(OPTIONS_SHEET);
  options.columns = offering.map(({ label, width }) => ({
    header: label,
    width,
    style: { numFmt: "@", font: FONT },
  }));
  const most = Math.max(...offering.map(({ choices = [] }) => choices.length));
  for (let index = 0; index < most; index += 1) {
    options.addRow(offering.map(({ choices = [] }) => choices[index] ?? ""));
  }
}

async function bytesOf(workbook: exceljs.Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
