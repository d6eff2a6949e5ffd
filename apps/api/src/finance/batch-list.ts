import type { getPaymentBatch, listPaymentBatches } from "@hall/contracts/backoffice/payments";
import type { z } from "zod";
import { behind, fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { staffNames } from "../backoffice/staff.ts";
import { isRefusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { presentBatch } from "./batch-view.ts";
import { presentOrders } from "./orders.ts";
import { releaseHindrance } from "./release.ts";

type ListQuery = z.output<NonNullable<typeof listPaymentBatches.query>>;

export async function listBatches({ hall, query }: Call<undefined, ListQuery, undefined>) {
  const cursor = fromCursor(query.cursor, "time", "text");
  if (isRefusal(cursor)) return cursor;
  const rows = await hall.db.paymentBatch.findMany({
    where: { ...(query.state ? { state: query.state } : {}), ...behind(cursor, "createdAt") },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: query.limit + 1,
  });
  const { page, nextCursor } = pageOfRows(rows, query.limit, (last) =>
    toCursor(last.createdAt.toISOString(), last.id),
  );
  const names = await staffNames(
    hall,
    page.flatMap(({ createdBy, sentBy }) => [createdBy, sentBy]),
  );
  return { items: page.map((batch) => presentBatch(batch, names)), nextCursor };
}

type OneCall = Call<z.output<NonNullable<typeof getPaymentBatch.params>>, undefined, undefined>;

export async function oneBatch({ hall, actor, params }: OneCall) {
  const batch = await hall.db.paymentBatch.findUnique({ where: { id: params.id } });
  if (!batch) return refuse("not-found");
  const orders = await hall.db.paymentOrder.findMany({
    where: { batchId: batch.id },
    orderBy: { id: "asc" },
  });
  const names = await staffNames(hall, [batch.createdBy, batch.sentBy]);
  return {
    ...presentBatch(batch, names),
    lines: await presentOrders(hall, orders),
    hindrance: await releaseHindrance(hall, actor, batch, orders),
  };
}
