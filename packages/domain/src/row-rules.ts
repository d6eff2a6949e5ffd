import { type Day, dayFromParts } from "./dates.ts";
import type { Citation, RuleCode } from "./findings.ts";
import { type IdentityNumber, parseIdentityNumber } from "./identity-number.ts";
import { type CellFault, type Column, type RawRow, rowKey } from "./list.ts";

/** What rows of any list are judged on. */
interface AnyRow {
  readonly row: RawRow;
  readonly linesByKey: ReadonlyMap<string, readonly number[]>;
  readonly request: { readonly today: Day };
}

/** A rule that any list can have, under the code and words of its service. */
interface AnyRowRule extends RuleHead {
  readonly judge: (seen: AnyRow) => readonly CellFault[];
}

interface RuleHead {
  readonly code: RuleCode;
  readonly words: string;
  readonly citation: Citation;
}

/** More lines than this aren't listed in one sentence. */
const LINES_NAMED = 5;
/** How Excel shows a long number that it took for an amount; its last digits are gone for good. */
const ROUNDED_BY_EXCEL = /^\d(?:\.\d+)?E\+?\d+$/i;

export const fieldsAreComplete = (head: RuleHead, columns: readonly Column[]): AnyRowRule => ({
  ...head,
  judge: ({ row }) =>
    columns
      .filter(({ required, key }) => required && (row.cells[key] ?? "") === "")
      .map(({ key, label, help }) => ({
        column: key,
        message: `${label}没有填写。`,
        remedy: { text: `请补填：${help}。` },
      })),
});

/** The row's key stands once in the list. */
export const keyOccursOnce = (head: RuleHead, { key, label }: Column): AnyRowRule => ({
  ...head,
  judge: ({ row, linesByKey }) => {
    const lines = linesByKey.get(rowKey(row.cells[key] ?? "")) ?? [];
    if (lines.length < 2) return [];
    const others = lines.slice(0, LINES_NAMED + 1).filter((line) => line !== row.line);
    const named = others.slice(0, LINES_NAMED).join("、");
    const more = lines.length - 1 > LINES_NAMED ? `等${lines.length - 1}行` : "行";
    return [
      {
        column: key,
        message: `${label}与第${named}${more}重复。`,
        remedy: { text: "请更正号码，或者删去多出来的行。" },
      },
    ];
  },
});

/** What is wrong with an identity number as it was written; null for a good one. */
export function identityFault(written: string, today: Day, whose: string) {
  if (ROUNDED_BY_EXCEL.test(written)) {
    return {
      message: "证件号码被表格软件当成了数值，末尾几位已经丢失。",
      remedy: { text: "请把这一列设为文本格式，再重新填写完整的号码。" },
    };
  }
  const read = parseIdentityNumber(written, today);
  if (read.ok) return null;
  return { message: read.message, remedy: { text: `请对照${whose}更正。` } };
}

/** The number of a row as the register knows it; null while it isn't a valid one. */
export function readIdentity(row: RawRow, column: string, today: Day): IdentityNumber | null {
  const read = parseIdentityNumber(row.cells[column] ?? "", today);
  return read.ok ? read : null;
}

const WRITTEN_DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;
const DIGITS_ALONE = /^(\d{4})(\d{2})(\d{2})$/;

/** Reads 2013-09-01, 2013/9/1, 2013.9.1, 2013年9月1日 and 20130901; null for anything else. */
export function readWrittenDay(written: string): Day | null {
  const plain = written.normalize("NFKC").replace(/\s+/g, "");
  const parts = WRITTEN_DAY.exec(plain) ?? DIGITS_ALONE.exec(plain);
  if (parts === null) return null;
  return dayFromParts(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}
