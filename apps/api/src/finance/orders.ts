import type { listPayments, PaymentOrderJson } from "@hall/contracts/backoffice/payments";
import { maskName } from "@hall/domain/masks";
import { serviceName } from "@hall/domain/services";
import type { z } from "zod";
import { writeAudit } from "../audit/audit.ts";
import { behind, fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { staffNames } from "../backoffice/staff.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { isRefusal } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { type Prisma, sql } from "../store/database.ts";
import { accountsOf, payoutStop } from "./payout.ts";

export type Order = Prisma.PaymentOrderGetPayload<Record<string, never>>;
type Query = z.output<NonNullable<typeof listPayments.query>>;

/** Orders of one state. Those that wait come in the order in which they will be paid. */
export async function listOrders({
  hall,
  actor,
  query,
  address,
}: Call<undefined, Query, undefined>) {
  const cursor = fromCursor(query.cursor, "time", "text");
  if (isRefusal(cursor)) return cursor;
  const isForward = query.state === "waiting";
  const direction = isForward ? "asc" : "desc";
  const [rows, groups] = await Promise.all([
    hall.db.paymentOrder.findMany({
      where: { state: query.state, ...behind(cursor, "createdAt", isForward ? "gt" : "lt") },
      orderBy: [{ createdAt: direction }, { id: direction }],
      take: query.limit + 1,
    }),
    hall.db.paymentOrder.groupBy({ by: ["state"], _count: true, _sum: { amountFen: true } }),
  ]);
  const { page, nextCursor } = pageOfRows(rows, query.limit, ({ createdAt, id }) =>
    toCursor(createdAt.toISOString(), id),
  );
  // Names and numbers are masked here: the look is logged as one at a list.
  const detail = { shown: page.length };
  await writeAudit(hall, { actor, action: "payment.look", detail, address });
  return {
    items: await presentOrders(hall, page),
    nextCursor,
    totals: groups.map(({ state, _count, _sum }) => ({
      state,
      orders: _count,
      amountFen: _sum.amountFen ?? 0n,
    })),
  };
}

export async function presentOrders(
  hall: Hall,
  orders: readonly Order[],
): Promise<readonly PaymentOrderJson[]> {
  const numbers = [...new Set(orders.map(({ applicationNumber }) => applicationNumber))];
  const [cases, askers, running, accounts] = await Promise.all([
    hall.db.application.findMany({
      where: { number: { in: numbers } },
      select: { number: true, service: true, state: true },
    }),
    takeBackAskers(hall, numbers),
    hall.db.paymentOrder.findMany({
      where: { applicationNumber: { in: numbers }, state: { not: "returned" } },
      select: { applicationNumber: true, purpose: true },
    }),
    accountsOf(
      hall,
      orders.map(({ personId }) => personId),
    ),
  ]);
  const services = new Map(cases.map(({ number, service }) => [number, service]));
  const approved = new Set(
    cases.filter(({ state }) => state === "approved").map(({ number }) => number),
  );
  const replaced = new Set(running.map(orderKey));
  return orders.map((order) => ({
    id: order.id,
    applicationNumber: order.applicationNumber,
    serviceName: serviceName(services.get(order.applicationNumber) ?? ""),
    maskedPayee: maskName(order.holderName),
    payee: order.payee === "bound-card" ? "bound-card" : "citizen-card",
    bank: order.bank,
    maskedNumber: order.maskedNumber,
    amountFen: Number(order.amountFen),
    purpose: order.purpose,
    state: order.state as PaymentOrderJson["state"],
    attempt: order.attempt,
    batchId: order.batchId,
    createdAt: instantText(order.createdAt),
    settledAt: order.settledAt && instantText(order.settledAt),
    returnReason: order.returnReason,
    stopped: order.state === "waiting" ? payoutStop(order, accounts) : null,
    canReissue:
      order.state === "returned" &&
      approved.has(order.applicationNumber) &&
      !replaced.has(orderKey(order)),
    takeBack: askers.get(order.applicationNumber) ?? null,
  }));
}

/** By case: who asked to take its approval back, while another's confirmation is awaited. */
async function takeBackAskers(hall: Hall, numbers: readonly string[]) {
  const asked = await hall.db.$queryRaw<{ number: string; staff_id: string }[]>(sql`
    SELECT a.number, d.staff_id FROM decision d JOIN application a ON a.number = d.application_number
     WHERE d.kind = 'take-back' AND a.state = 'approved' AND a.number = ANY(${[...numbers]})`);
  const names = await staffNames(
    hall,
    asked.map(({ staff_id }) => staff_id),
  );
  return new Map(
    asked.map(({ number, staff_id: id }) => [number, { id, name: names.get(id) ?? "" }]),
  );
}

const orderKey = ({ applicationNumber, purpose }: Pick<Order, "applicationNumber" | "purpose">) =>
  `${applicationNumber} ${purpose}`;
