import type { getPaymentBatch } from "@hall/contracts/backoffice/payments";
import type { z } from "zod";
import { type AuditAction, auditPart } from "../audit/audit.ts";
import { staffNames, staffOf } from "../backoffice/staff.ts";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { isRefusal, type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { commit, exactly, type Guard, type Part, untilCommitted, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type Batch, fileOf, presentBatch } from "./batch-view.ts";
import type { Order } from "./orders.ts";
import { payableCheck } from "./payable.ts";
import { accountOf } from "./payout.ts";
import { holdsSince } from "./payout-hold.ts";

type BatchCall = Call<z.output<NonNullable<typeof getPaymentBatch.params>>, undefined, undefined>;

/** Why this person can't release the batch, as a sentence; the second of the four eyes. */
export async function releaseHindrance(
  hall: Hall,
  actor: Actor,
  batch: Batch,
  orders: readonly Order[],
): Promise<string | null> {
  if (actor.kind !== "staff" || !actor.roles.includes("finance")) {
    return "您的岗位只能查看，不能放行。";
  }
  if (batch.state !== "made") return "这个批次已经放行或作废。";
  if (batch.createdBy === actor.id) return "这个批次是您制作的，须由另一位财务人员复核放行。";
  const check = await payableCheck(hall, await staffOf(hall, actor), orders);
  for (const order of orders) {
    const account = accountOf(order, check.accounts);
    const isSame =
      account !== null &&
      hall.cipher.open(account.numberCipher) === hall.cipher.open(order.numberCipher);
    const stop = isSame ? await check.stopOf(order) : "收款账户在制单以后有变更。";
    if (stop) return `付款指令 ${order.id}：${stop}请作废这个批次后重新制作。`;
  }
  const isWhole = fileOf(hall, batch, orders).checksum === batch.checksum;
  return isWhole ? null : "批次内容与制单时的校验码不符，不能放行，请联系系统管理员。";
}

export const releaseBatch = (call: BatchCall): Promise<unknown> =>
  moveBatch(call, async (batch, orders) => {
    const { hall, actor } = call;
    const hindrance = await releaseHindrance(hall, actor, batch, orders);
    if (hindrance) {
      return refuse(batch.state === "made" ? "not-allowed" : "conflict", hindrance);
    }
    const at = hall.clock.instant();
    const heldSince = await holdsSince(hall);
    return {
      after: { ...batch, state: "released", sentBy: actor.id, sentAt: at },
      guard: sql`UPDATE payment_batch
                    SET state = 'released', sent_by = ${actor.id}::uuid, sent_at = ${at}::timestamptz
                  WHERE id = ${batch.id} AND state = 'made' RETURNING 1`,
      parts: [
        write(
          "sent",
          // A phone or a card that changes between the look and this statement holds the batch too.
          sql`UPDATE payment_order o SET state = 'sent'
                FROM person p
               WHERE o.batch_id = ${batch.id} AND o.state = 'waiting' AND p.id = o.person_id
                 AND (p.mobile_changed_at IS NULL OR p.mobile_changed_at <= ${heldSince}::timestamptz)
                 AND NOT EXISTS (SELECT FROM payout_account a
                                  WHERE a.person_id = o.person_id
                                    AND a.changed_at > ${heldSince}::timestamptz) RETURNING 1`,
        ),
        exactly("sent", batch.orders),
      ],
      action: "payment.approve",
    };
  });

/** Before it is released; its orders wait again. */
export const discardBatch = (call: BatchCall): Promise<unknown> =>
  moveBatch(call, async (batch) => {
    if (batch.state !== "made") return refuse("conflict", "这个批次已经放行或作废。");
    return {
      after: { ...batch, state: "discarded" },
      guard: sql`UPDATE payment_batch SET state = 'discarded'
                  WHERE id = ${batch.id} AND state = 'made' RETURNING 1`,
      parts: [
        write(
          "freed",
          sql`UPDATE payment_order SET batch_id = NULL
               WHERE batch_id = ${batch.id} AND state = 'waiting' RETURNING 1`,
        ),
        exactly("freed", batch.orders),
      ],
      action: "payment.discard",
    };
  });

interface BatchMove {
  readonly after: Batch;
  readonly guard: Guard;
  readonly parts: readonly Part[];
  readonly action: AuditAction;
}

async function moveBatch(
  { hall, actor, params, idempotency, address }: BatchCall,
  moveOf: (batch: Batch, orders: readonly Order[]) => Promise<BatchMove | Refusal>,
): Promise<unknown> {
  const result = await untilCommitted(async () => {
    const batch = await hall.db.paymentBatch.findUnique({ where: { id: params.id } });
    if (!batch) return refuse("not-found");
    const orders = await hall.db.paymentOrder.findMany({ where: { batchId: batch.id } });
    const move = await moveOf(batch, orders);
    if (isRefusal(move)) return move;
    const names = await staffNames(hall, [move.after.createdBy, move.after.sentBy]);
    const answer = presentBatch(move.after, names);
    const at = hall.clock.instant();
    const detail = { orders: batch.orders, totalFen: answer.totalFen };
    const outcome = await commit(
      hall.db,
      [move.guard],
      [
        ...move.parts,
        write("idempotency", idempotency.remember(200, answer)),
        write(
          "audit",
          auditPart({ actor, action: move.action, reference: batch.id, detail, address, at }),
        ),
      ],
    );
    return outcome === "moved" ? "moved" : answer;
  });
  return result === "moved" ? refuse("conflict") : result;
}
