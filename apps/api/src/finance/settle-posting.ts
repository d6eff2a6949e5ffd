import type { LedgerAccountRef, PostingLine } from "@hall/domain/effects";
import { fen } from "@hall/domain/fen";
import { dayOf } from "../clock.ts";
import { ledgerPosts } from "../effects/ledger-post.ts";
import type { Part } from "../store/commit.ts";
import type { Order } from "./orders.ts";

const inTransit: LedgerAccountRef = { kind: "control", code: "payments-in-transit" };

/** Out of what is on its way, into where it has arrived; made once for an order. */
export function settlePosting(
  order: Order,
  slot: "paid" | "returned",
  to: LedgerAccountRef,
  at: Date,
): readonly Part[] {
  const amount = fen(order.amountFen);
  const lines: readonly PostingLine[] = [
    { account: inTransit, amountFen: fen(-amount) },
    { account: to, amountFen: amount },
  ];
  const memo = slot === "paid" ? "银行已付款" : "银行退回";
  const effect = { kind: "ledger.post", slot, memo, lines } as const;
  const { applicationNumber } = order;
  return ledgerPosts([{ id: `${order.id}:${slot}`, effect }], {
    applicationNumber,
    today: dayOf(at),
    at,
  });
}
