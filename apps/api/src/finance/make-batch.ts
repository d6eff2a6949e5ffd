import { randomInt } from "node:crypto";
import type {
  LeftOut,
  makePaymentBatch,
  PaymentBatchJson,
} from "@hall/contracts/backoffice/payments";
import type { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { staffOf } from "../backoffice/staff.ts";
import { dayOf, instantText } from "../clock.ts";
import { isRefusal, type Refusal, refuse } from "../http/refusal.ts";
import { created } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { commit, exactly, untilCommitted, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { fileOf } from "./batch-view.ts";
import type { Order } from "./orders.ts";
import { payableCheck } from "./payable.ts";
import { accountOf } from "./payout.ts";

/** Orders that one batch takes. */
const MOST_ORDERS = 500;

type MakeCall = Call<undefined, undefined, z.output<NonNullable<typeof makePaymentBatch.body>>>;

/** The maker's half of the four eyes: what can be paid goes into a batch, the rest is named. */
export async function makeBatch(call: MakeCall): Promise<unknown> {
  const result = await untilCommitted(() => attempt(call));
  if (result === "moved") return refuse("conflict");
  return isRefusal(result)
    ? result
    : created(result, `/backoffice/payment-batches/${result.batch.id}`);
}

interface Made {
  readonly batch: PaymentBatchJson;
  readonly leftOut: readonly LeftOut[];
}

async function attempt(call: MakeCall): Promise<Made | Refusal | "moved"> {
  const { hall, actor, body } = call;
  const staff = await staffOf(hall, actor);
  const orders = await hall.db.paymentOrder.findMany({
    where: { state: "waiting", batchId: null, ...(body.orders ? { id: { in: body.orders } } : {}) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST_ORDERS,
  });
  const { accounts, stopOf } = await payableCheck(hall, staff, orders);
  const payable: Order[] = [];
  const leftOut: LeftOut[] = goneOf(body.orders, orders);
  for (const order of orders) {
    const reason = await stopOf(order);
    const account = accountOf(order, accounts);
    if (reason !== null || !account) leftOut.push({ id: order.id, reason: reason ?? "" });
    else payable.push({ ...order, ...pick(account) });
  }
  if (payable.length === 0) {
    const why = leftOut[0] ? `：${leftOut[0].reason}` : "。";
    return refuse("conflict", `现在没有可以付款的指令${why}`, {
      errors: leftOut.map(({ id, reason }) => ({ path: `/orders/${id}`, message: reason })),
    });
  }
  return writeBatch(call, staff.name, payable, leftOut);
}

/** Paid is the account that is registered today: a card may have changed since the approval. */
const pick = ({
  bank,
  numberCipher,
  maskedNumber,
}: Pick<Order, "bank" | "numberCipher" | "maskedNumber">) => ({
  bank,
  numberCipher,
  maskedNumber,
});

const goneOf = (asked: readonly string[] | undefined, found: readonly Order[]): LeftOut[] =>
  (asked ?? [])
    .filter((id) => !found.some((order) => order.id === id))
    .map((id) => ({ id, reason: "没有这条付款指令，或它已不在等待付款。" }));

async function writeBatch(
  { hall, actor, idempotency, address }: MakeCall,
  madeBy: string,
  orders: readonly Order[],
  leftOut: readonly LeftOut[],
): Promise<Made | "moved"> {
  const at = hall.clock.instant();
  const id = `B${dayOf(at).toString().replaceAll("-", "")}-${String(randomInt(1_000_000)).padStart(6, "0")}`;
  const { totalFen, checksum } = fileOf(hall, { id, createdAt: at }, orders);
  const of = <T>(read: (order: Order) => T) => orders.map(read);
  const batch: PaymentBatchJson = {
    id,
    state: "made",
    orders: orders.length,
    totalFen: Number(totalFen),
    checksum,
    madeBy,
    madeAt: instantText(at),
    releasedBy: null,
    releasedAt: null,
  };
  const outcome = await commit(
    hall.db,
    [
      sql`INSERT INTO payment_batch (id, created_by, created_at, total_fen, orders, checksum, state)
          VALUES (${id}, ${actor.id}::uuid, ${at}::timestamptz, ${totalFen}::bigint,
                  ${orders.length}::int, ${checksum}, 'made') RETURNING 1`,
    ],
    [
      write(
        "taken",
        sql`UPDATE payment_order o SET batch_id = ${id}, bank = a.bank, number_cipher = a.number_cipher,
                   masked_number = a.masked_number
              FROM unnest(${of((o) => o.id)}::text[], ${of((o) => o.bank)}::text[],
                          ${of((o) => o.numberCipher)}::bytea[], ${of((o) => o.maskedNumber)}::text[])
                   AS a (id, bank, number_cipher, masked_number)
             WHERE o.id = a.id AND o.state = 'waiting' AND o.batch_id IS NULL RETURNING 1`,
      ),
      exactly("taken", orders.length),
      write("idempotency", idempotency.remember(201, { batch, leftOut })),
      write(
        "audit",
        auditPart({
          actor,
          action: "payment.batch",
          reference: id,
          detail: { orders: orders.length, totalFen: Number(totalFen) },
          address,
          at,
        }),
      ),
    ],
  );
  return outcome === "moved" ? "moved" : { batch, leftOut };
}
