import { createHash } from "node:crypto";
import type { Day } from "@hall/domain/dates";
import { type Fen, fen, formatYuan, sumFen } from "@hall/domain/fen";

/** A line of the file that the bank is given; the number of the account in full. */
export interface BankFileLine {
  readonly orderId: string;
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
  readonly amountFen: bigint;
  readonly purpose: string;
}

export interface BankFile {
  readonly text: string;
  readonly totalFen: Fen;
  /** SHA-256 over every line before the last, lower-case hex; the last line holds it. */
  readonly checksum: string;
}

export const CHECK_HEAD = "校验";
const ORDER_HEADS = ["付款指令号", "收款银行", "收款账号", "户名", "金额", "用途"];
export const RESULT_HEADS = ["付款指令号", "金额", "结果", "原因", "入账日期"] as const;
export const PAID = "成功";
export const RETURNED = "退回";

/**
 * The orders of a batch for the bank (LDG-4): csv in UTF-8, amounts in yuan, a head with number and
 * total of the orders, and a last line that shows whether the file is whole.
 */
export function bankFile(batchId: string, madeOn: Day, lines: readonly BankFileLine[]): BankFile {
  const totalFen = sumFen(lines.map(({ amountFen }) => fen(amountFen)));
  const head = ["批次号", batchId, "日期", madeOn.toString()];
  const totals = ["笔数", String(lines.length), "总金额", yuan(totalFen)];
  const body = [
    [...head, ...totals],
    ORDER_HEADS,
    ...lines.map(({ orderId, bank, number, holder, amountFen, purpose }) => [
      orderId,
      bank,
      number,
      holder,
      yuan(amountFen),
      purpose,
    ]),
  ];
  return { ...withChecksum(body), totalFen };
}

/** What the bank answers for an order. */
export interface BankAnswer {
  readonly orderId: string;
  readonly amountFen: bigint;
  readonly returned: string | null;
  readonly on: Day;
}

/** A result file as the bank would write it, for walking a batch to its end on one machine. */
export function resultFile(batchId: string, answers: readonly BankAnswer[]): string {
  const lines = answers.map(({ orderId, amountFen, returned, on }) => [
    orderId,
    yuan(amountFen),
    returned === null ? PAID : RETURNED,
    returned ?? "",
    on.toString(),
  ]);
  return withChecksum([["批次号", batchId], [...RESULT_HEADS], ...lines]).text;
}

export const checksumOf = (text: string): string => createHash("sha256").update(text).digest("hex");

function withChecksum(rows: readonly (readonly string[])[]): { text: string; checksum: string } {
  const body = rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
  const checksum = checksumOf(body);
  return { text: `${body}${CHECK_HEAD},${checksum}\n`, checksum };
}

const cell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** 12345.60: machines read it, so without separators. */
const yuan = (amountFen: bigint): string => formatYuan(fen(amountFen)).replaceAll(",", "");
