import { Temporal } from "temporal-polyfill";
import type { Archive } from "./archive.ts";
import { type Unreadable, unreadable } from "./unreadable.ts";
import { DAMAGED, type WorkbookParts } from "./workbook-parts.ts";
import { readXml } from "./xml.ts";

/** A cell of a sheet as text, whatever it was stored as. */
export interface SheetCell {
  /** 0 is column A. */
  readonly column: number;
  readonly text: string;
  readonly formula: boolean;
}

/** Takes the rows as they are read; what it answers ends the reading. */
export type RowTaker = (line: number, cells: readonly SheetCell[]) => Unreadable | null;

/** Streams the rows of a sheet, the empty ones left out, in their order. */
export async function readSheet(
  archive: Archive,
  parts: WorkbookParts,
  take: RowTaker,
): Promise<Unreadable | null> {
  const stream = await archive.stream(parts.sheetPath);
  if (!stream) return unreadable(DAMAGED);
  const rows = new RowReader(parts, take);
  const ok = await readXml(stream, rows);
  if (rows.problem) return rows.problem;
  return ok ? null : unreadable(DAMAGED);
}

/** Puts a sheet's elements together: row, c (cell), v (value), is (text in place), f (formula). */
class RowReader {
  problem: Unreadable | null = null;
  #line = 0;
  #column = -1;
  #cells: SheetCell[] = [];
  #type = "";
  #style = -1;
  #text = "";
  #formula = false;
  #collecting = false;
  #inReading = false;

  constructor(
    readonly parts: WorkbookParts,
    readonly take: RowTaker,
  ) {}

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === "row") {
      this.#line = Number(attributes["r"] ?? this.#line + 1);
      this.#column = -1;
      this.#cells = [];
    } else if (name === "c") {
      this.#column = columnOf(attributes["r"]) ?? this.#column + 1;
      this.#type = attributes["t"] ?? "n";
      this.#style = Number(attributes["s"] ?? "-1");
      this.#text = "";
      this.#formula = false;
    } else if (name === "f") this.#formula = true;
    else if (name === "rPh") this.#inReading = true;
    else if (name === "v" || (name === "t" && !this.#inReading)) this.#collecting = true;
  };

  text = (part: string): void => {
    if (this.#collecting) this.#text += part;
  };

  close = (name: string): void => {
    if (name === "v" || name === "t") this.#collecting = false;
    else if (name === "rPh") this.#inReading = false;
    else if (name === "c") this.#endCell();
    else if (name === "row" && this.#cells.length > 0 && !this.problem) {
      this.problem = this.take(this.#line, this.#cells);
    }
  };

  enough = (): boolean => this.problem !== null;

  #endCell(): void {
    const text = this.#written().trim();
    if (text === "" && !this.#formula) return;
    this.#cells.push({ column: this.#column, text, formula: this.#formula });
  }

  #written(): string {
    if (this.#type === "s") return this.parts.sharedStrings[Number(this.#text)] ?? "";
    if (this.#type !== "n" || this.#text === "") return this.#text;
    const number = Number(this.#text);
    if (this.parts.dateStyles[this.#style]) {
      return dayOfSerial(number, this.parts.from1904) ?? this.#text;
    }
    return Number.isSafeInteger(number) ? String(number) : this.#text;
  }
}

/** B7 is column 1. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const DAY_ZERO = Temporal.PlainDate.from("1899-12-30");
const DAY_ZERO_1904 = Temporal.PlainDate.from("1904-01-01");
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/** A date as the sheet counts it. Excel takes 1900 for a leap year, so days before March are one off. */
function dayOfSerial(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial);
  if (!(days >= 1 && days <= LAST_SERIAL)) return null;
  if (from1904) return DAY_ZERO_1904.add({ days }).toString();
  return DAY_ZERO.add({ days: days < 60 ? days + 1 : days }).toString();
}
