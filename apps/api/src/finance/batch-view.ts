import type { PaymentBatchJson } from "@hall/contracts/backoffice/payments";
import { dayOf, instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import type { Prisma } from "../store/database.ts";
import { bankFile } from "./bank-file.ts";
import type { Order } from "./orders.ts";

export type Batch = Prisma.PaymentBatchGetPayload<Record<string, never>>;

/** The bank's file of a batch; the same bytes whenever it is made of the same orders. */
export function fileOf(
  { cipher }: Hall,
  { id, createdAt }: Pick<Batch, "id" | "createdAt">,
  orders: readonly Order[],
) {
  const lines = orders
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((order) => ({
      orderId: order.id,
      bank: order.bank,
      number: cipher.open(order.numberCipher),
      holder: order.holderName,
      amountFen: order.amountFen,
      purpose: order.purpose,
    }));
  return bankFile(id, dayOf(createdAt), lines);
}

export function presentBatch(batch: Batch, names: ReadonlyMap<string, string>): PaymentBatchJson {
  return {
    id: batch.id,
    state: batch.state as PaymentBatchJson["state"],
    orders: batch.orders,
    totalFen: Number(batch.totalFen),
    checksum: batch.checksum,
    madeBy: names.get(batch.createdBy) ?? "",
    madeAt: instantText(batch.createdAt),
    releasedBy: batch.sentBy && (names.get(batch.sentBy) ?? ""),
    releasedAt: batch.sentAt && instantText(batch.sentAt),
  };
}
