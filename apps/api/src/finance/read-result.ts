import { type Day, day } from "@hall/domain/dates";
import { type Fen, parseYuan } from "@hall/domain/fen";
import { parse } from "csv-parse/sync";
import { decodeText } from "../lists/comma-separated.ts";
import { isUnreadable, type Unreadable, unreadable } from "../lists/unreadable.ts";
import { CHECK_HEAD, checksumOf, PAID, RESULT_HEADS, RETURNED } from "./bank-file.ts";

export interface BankResultFile {
  readonly batchId: string;
  readonly lines: readonly ResultLine[];
}

interface At {
  /** Line in the file, the first being 1. */
  readonly line: number;
  readonly orderId: string;
}

export type ResultLine = At &
  (
    | { readonly malformed: string }
    | { readonly result: "paid"; readonly amountFen: Fen; readonly on: Day }
    | {
        readonly result: "returned";
        readonly amountFen: Fen;
        readonly on: Day;
        readonly reason: string;
      }
  );

const MOST_LINES = 5_000;

/** Reads a bank's result file; one that isn't whole, or isn't one, is refused with a sentence. */
export function readResult(bytes: Buffer): BankResultFile | Unreadable {
  const decoded = decodeText(bytes);
  if (isUnreadable(decoded)) return decoded;
  const text = decoded.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const rows = rowsOf(text);
  if (rows === null) return unreadable("结果文件的引号不成对，不能读取。请取原文件重新导入。");
  const [head, heads, ...rest] = rows;
  const batchId = head?.[0] === "批次号" ? (head[1] ?? "") : "";
  const fits = RESULT_HEADS.every((name, index) => heads?.[index] === name);
  if (batchId === "" || !fits) {
    return unreadable(
      `这不是付款结果文件：第一行应为批次号，第二行应为${RESULT_HEADS.join("、")}。`,
    );
  }
  const check = rest.at(-1);
  const checked = text.slice(0, text.lastIndexOf(`${CHECK_HEAD},`));
  if (check?.[0] !== CHECK_HEAD || check[1]?.toLowerCase() !== checksumOf(checked)) {
    return unreadable("结果文件的校验码不符，文件不完整或被改动过。请向银行重新取文件。");
  }
  if (rest.length - 1 > MOST_LINES)
    return unreadable(`结果文件超过 ${MOST_LINES} 行，请分开导入。`);
  return { batchId, lines: rest.slice(0, -1).map((row, index) => lineOf(row, index + 3)) };
}

function rowsOf(text: string): readonly (readonly string[])[] | null {
  try {
    const options = { relax_column_count: true, skip_empty_lines: true, trim: true };
    const rows: string[][] = parse(text, options);
    return rows;
  } catch {
    return null;
  }
}

function lineOf(row: readonly string[], line: number): ResultLine {
  const [orderId = "", amount = "", result = "", reason = "", date = ""] = row;
  const at = { line, orderId: orderId.slice(0, 80) };
  const amountFen = parseYuan(amount);
  const on = dayOf(date);
  if (amountFen === null) return { ...at, malformed: "金额不是数字。" };
  if (on === null) return { ...at, malformed: "入账日期不是 2026-03-18 这样的日期。" };
  if (result === PAID) return { ...at, result: "paid", amountFen, on };
  if (result !== RETURNED) return { ...at, malformed: `结果应为“${PAID}”或“${RETURNED}”。` };
  if (reason === "") return { ...at, malformed: "退回的没有写明原因。" };
  return { ...at, result: "returned", amountFen, on, reason: reason.slice(0, 100) };
}

function dayOf(text: string): Day | null {
  try {
    return day(text);
  } catch {
    return null;
  }
}
