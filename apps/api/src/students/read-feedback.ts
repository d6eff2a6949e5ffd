import type { Day } from "@hall/domain/dates";
import { type Fen, parseYuan } from "@hall/domain/fen";
import { parseIdentityNumber } from "@hall/domain/identity-number";
import { readWrittenDay } from "@hall/domain/row-rules";
import { readCommaSeparated } from "../lists/comma-separated.ts";
import type { SheetCell } from "../lists/sheet.ts";
import { isUnreadable, type Unreadable, unreadable } from "../lists/unreadable.ts";

/** A payment as the tax side reports it, or why its line can't be read. */
export type FeedbackLine =
  | {
      readonly line: number;
      readonly identityNumber: string;
      readonly year: number;
      readonly amountFen: Fen;
      readonly paidOn: Day;
    }
  | { readonly line: number; readonly identityNumber: string; readonly malformed: string };

const heads = ["证件号码", "年度", "金额", "缴费日期", "凭证号"] as const;
const MOST_LINES = 50_000;

/** Reads the tax side's file: csv in UTF-8 or GBK with exactly these heads, amounts in yuan. */
export function readFeedback(bytes: Buffer): readonly FeedbackLine[] | Unreadable {
  const lines: FeedbackLine[] = [];
  let headed = false;
  const problem = readCommaSeparated(bytes, (line, cells) => {
    if (!headed) {
      headed = true;
      return line === 1 && isHead(cells) ? null : unreadable(`表头应为：${heads.join(",")}。`);
    }
    if (lines.length === MOST_LINES) return unreadable("一个文件最多50,000行，请分开导入。");
    lines.push(readLine(line, cells));
    return null;
  });
  if (isUnreadable(problem)) return problem;
  return lines.length > 0 ? lines : unreadable("文件里一笔缴费也没有。");
}

const isHead = (cells: readonly SheetCell[]) =>
  cells.length === heads.length && heads.every((head, index) => cells[index]?.text === head);

function readLine(line: number, cells: readonly SheetCell[]): FeedbackLine {
  const at = (column: number) => cells.find((cell) => cell.column === column)?.text ?? "";
  const number = parseIdentityNumber(at(0));
  const identityNumber = number.ok ? number.number : at(0);
  const malformed = (what: string) => ({ line, identityNumber, malformed: `${what}，未入账。` });
  if (!number.ok) return malformed("证件号码有误");
  const year = /^(20\d{2})(年度?)?$/.exec(at(1))?.[1];
  if (year === undefined) return malformed("年度有误");
  const amountFen = parseYuan(at(2));
  if (amountFen === null || amountFen <= 0n) return malformed("金额有误");
  const paidOn = readWrittenDay(at(3));
  if (paidOn === null) return malformed("缴费日期有误");
  if (at(4) === "") return malformed("缺少凭证号");
  return { line, identityNumber, year: Number(year), amountFen, paidOn };
}
