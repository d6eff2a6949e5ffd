import type { BankLine } from "@hall/contracts/backoffice/payments";
import type { Day } from "@hall/domain/dates";
import { formatDay, isAfter, isBefore } from "@hall/domain/dates";
import { fen, formatYuan } from "@hall/domain/fen";
import { dayOf } from "../clock.ts";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { untilCommitted } from "../store/commit.ts";
import type { Batch } from "./batch-view.ts";
import type { Order } from "./orders.ts";
import type { ResultLine } from "./read-result.ts";
import { settlePaid } from "./settle-paid.ts";
import { settleReturned } from "./settle-returned.ts";

/** A file of results while its lines are applied one after the other. */
export interface Settling {
  readonly hall: Hall;
  readonly actor: Actor;
  readonly address: string;
  readonly batch: Batch;
}

type Outcome = Pick<BankLine, "outcome" | "message">;

/** Applies a line once, whatever comes how often; what can't be applied is named and left. */
export async function settleLine(settling: Settling, line: ResultLine): Promise<BankLine> {
  const at = { line: line.line, orderId: line.orderId };
  const result = await untilCommitted(() => attempt(settling, line));
  if (result !== "moved") return { ...at, ...result };
  return { ...at, outcome: "conflict", message: "这件正有其他办理，请重新导入这个文件。" };
}

async function attempt(settling: Settling, line: ResultLine): Promise<Outcome | "moved"> {
  if ("malformed" in line) return { outcome: "malformed", message: line.malformed };
  const order = await settling.hall.db.paymentOrder.findUnique({ where: { id: line.orderId } });
  if (!order) return { outcome: "unknown", message: "没有这条付款指令。" };
  const odd = oddness(settling, order, line);
  if (odd) return odd;
  const outcome =
    line.result === "paid"
      ? await settlePaid(settling, order, line.on)
      : await settleReturned(settling, order, line.reason, line.on);
  if (outcome === "moved") return "moved";
  return line.result === "paid"
    ? { outcome: "paid", message: `已付款，入账日期${formatDay(line.on)}。` }
    : { outcome: "returned", message: `已退回：${line.reason}，款项已退回原账户。` };
}

type Told = Extract<ResultLine, { result: string }>;

function oddness({ hall, batch }: Settling, order: Order, line: Told): Outcome | null {
  if (order.batchId !== batch.id) {
    return { outcome: "other-batch", message: "这条付款指令不在这个批次里。" };
  }
  if (order.amountFen !== line.amountFen) {
    const [told, ordered] = [line.amountFen, fen(order.amountFen)].map(formatYuan);
    return { outcome: "amount", message: `金额不符：文件为${told}元，指令为${ordered}元。` };
  }
  if (order.state === line.result) {
    return { outcome: "already", message: "这个结果已经导入过，没有改变。" };
  }
  if (order.state !== "sent") {
    const now = order.state === "paid" ? "已付款" : "已退回";
    return { outcome: "conflict", message: `这条指令已登记为${now}，与文件不一致，请与银行核对。` };
  }
  return dateOddness(line.on, hall.clock.now().toPlainDate(), batch.sentAt);
}

function dateOddness(on: Day, today: Day, sentAt: Date | null): Outcome | null {
  if (isAfter(on, today)) return { outcome: "date", message: "入账日期晚于今天。" };
  const isEarly = sentAt !== null && isBefore(on, dayOf(sentAt));
  return isEarly ? { outcome: "date", message: "入账日期早于放行日期。" } : null;
}
