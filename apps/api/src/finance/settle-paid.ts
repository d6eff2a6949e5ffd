import type { Day } from "@hall/domain/dates";
import { formatDay } from "@hall/domain/dates";
import { fen } from "@hall/domain/fen";
import type { Payment } from "@hall/domain/service";
import { auditPart } from "../audit/audit.ts";
import { staffStep } from "../backoffice/move-case.ts";
import { holdsRelease, stepsInsert } from "../cases/case-parts.ts";
import { type JudgedAgain, judgeAgain } from "../cases/judge-again.ts";
import { occasionOfCase } from "../cases/occasion-of-case.ts";
import { readCase } from "../cases/read-case.ts";
import { advance, type Progress } from "../cases/stages.ts";
import { dayOf } from "../clock.ts";
import { writeEffects } from "../effects/write-effects.ts";
import {
  caseUnchanged,
  commit,
  policyUnchanged,
  subjectUnchanged,
  write,
} from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { partsOfOrderId } from "./order-id.ts";
import type { Order } from "./orders.ts";
import type { Settling } from "./settle.ts";
import { settlePosting } from "./settle-posting.ts";

/**
 * The bank has paid. When that was the case's last open payment, its payment stage is complete:
 * the account closes, the person is told, the case is done.
 */
export async function settlePaid(
  settling: Settling,
  order: Order,
  on: Day,
): Promise<"committed" | "moved"> {
  const { hall, actor, address } = settling;
  const found = await readCase(hall, order.applicationNumber);
  if (!found) throw new Error(`order ${order.id} has no case`);
  const { row } = found;
  const at = hall.clock.instant();
  const again = await judgeAgain(hall, row);
  const progress = progressOf(again, row, await paymentsOf(settling, order, on));
  const state = progress?.state ?? "approved";
  const { loaded } = again.read;
  return commit(
    hall.db,
    [
      caseUnchanged(row.number, row.version),
      subjectUnchanged(row.subjectId, loaded.subjectVersion),
      policyUnchanged(loaded.policyVersion),
      sql`UPDATE payment_order SET state = 'paid', settled_at = ${at}::timestamptz
           WHERE id = ${order.id} AND state = 'sent' RETURNING 1`,
    ],
    [
      ...settlePosting(order, "paid", { kind: "control", code: "bank" }, at),
      write(
        "case_moves",
        sql`UPDATE application SET state = ${state}, stage = ${progress?.stage ?? row.stage}::int,
                   finished_at = ${progress?.ended ? at : null}::timestamptz, version = version + 1
             WHERE number = ${row.number} RETURNING 1`,
      ),
      stepsInsert(
        row.number,
        [
          staffStep("pay", "approved", actor.id, `银行入账日期${formatDay(on)}`, "财务人员"),
          ...(progress?.steps ?? []),
        ],
        at,
      ),
      ...(progress?.ended ? [holdsRelease(row.number, at)] : []),
      ...(progress?.effects ?? []).flatMap(
        ({ stage, effects }) =>
          writeEffects(effects, occasionOfCase(hall, row, stage, 0, at)).parts,
      ),
      write(
        "audit",
        auditPart({
          actor,
          action: "case.advance",
          subjectId: row.subjectId,
          reference: row.number,
          detail: { order: order.id, result: "paid" },
          address,
          at,
        }),
      ),
    ],
  );
}

/** The case's payments with this one, or null while another is still under way. */
async function paymentsOf(
  { hall }: Settling,
  order: Order,
  on: Day,
): Promise<readonly Payment[] | null> {
  const orders = await hall.db.paymentOrder.findMany({
    where: { applicationNumber: order.applicationNumber },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const slots = new Set(orders.map(({ id }) => partsOfOrderId(id).slot));
  const paid = orders.filter(({ id, state }) => state === "paid" || id === order.id);
  if (paid.length < slots.size) return null;
  return paid.map((each) => ({
    slot: partsOfOrderId(each.id).slot,
    payee: each.payee === "bound-card" ? "bound-card" : "citizen-card",
    bank: each.bank,
    maskedNumber: each.maskedNumber,
    amountFen: fen(each.amountFen),
    paidOn: each.id === order.id || !each.settledAt ? on : dayOf(each.settledAt),
  }));
}

function progressOf(
  { service, judged }: JudgedAgain,
  row: { readonly number: string; readonly stage: number },
  payments: readonly Payment[] | null,
): Progress | null {
  if (!payments || service.process[row.stage]?.kind !== "pay") return null;
  const completed = { ...judged.request, applicationNumber: row.number, payments };
  return advance(service, completed, row.stage, "approved");
}
