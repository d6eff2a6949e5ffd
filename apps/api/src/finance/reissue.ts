import type { reissuePayment } from "@hall/contracts/backoffice/payments";
import type { Effect } from "@hall/domain/effects";
import { fen, formatYuan } from "@hall/domain/fen";
import type { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { staffStep } from "../backoffice/move-case.ts";
import { stepsInsert } from "../cases/case-parts.ts";
import { findingsJson, judgeAgain } from "../cases/judge-again.ts";
import { occasionOfCase } from "../cases/occasion-of-case.ts";
import { readCase } from "../cases/read-case.ts";
import { writeEffects } from "../effects/write-effects.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { caseUnchanged, commit, subjectUnchanged, untilCommitted, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { ledgerAccountOf, partsOfOrderId } from "./order-id.ts";
import type { Order } from "./orders.ts";
import { accountOf, accountsOf } from "./payout.ts";

type ReissueCall = Call<z.output<NonNullable<typeof reissuePayment.params>>, undefined, undefined>;

/** Orders a returned payment anew, to the account that is registered now. */
export async function reissue(call: ReissueCall): Promise<unknown> {
  const result = await untilCommitted(() => attempt(call));
  return result === "moved" ? refuse("conflict") : result;
}

async function attempt(call: ReissueCall): Promise<unknown | Refusal | "moved"> {
  const { hall, params } = call;
  const order = await hall.db.paymentOrder.findUnique({ where: { id: params.id } });
  if (!order) return refuse("not-found");
  const found = await readCase(hall, order.applicationNumber);
  if (!found) throw new Error(`order ${order.id} has no case`);
  const refused = await refuseReissue(call, order, found.view.state);
  if (refused) return refused;
  const again = await judgeAgain(hall, found.row);
  if (again.judged.outcome !== "open") {
    return refuse("rule-refuses", "按今天的情况，以下条件不再满足，不能重新付款。", {
      findings: findingsJson(again.judged),
    });
  }
  return writeReissue(call, order, found.row, again.read.loaded.subjectVersion);
}

async function refuseReissue(
  { hall, actor }: ReissueCall,
  order: Order,
  caseState: string,
): Promise<Refusal | null> {
  if (order.state !== "returned") return refuse("conflict", "只有被退回的付款可以重新付款。");
  if (caseState !== "approved") return refuse("conflict", "办件不在已通过状态，不能付款。");
  const staff = await hall.db.staff.findUniqueOrThrow({ where: { id: actor.id } });
  if (staff.personId === order.personId) {
    return refuse("not-allowed", "这是您本人的款项，须由其他财务人员办理。");
  }
  const { applicationNumber, purpose } = order;
  const running = await hall.db.paymentOrder.findFirst({
    where: { applicationNumber, purpose, state: { not: "returned" } },
  });
  if (running) return refuse("conflict", "这笔款项已经重新付款，不用重复。");
  if (!accountOf(order, await accountsOf(hall, [order.personId]))) {
    return refuse("conflict", "本人没有登记这种收款账户，请先联系本人到柜面登记。");
  }
  const account = await hall.db.ledgerAccount.findUniqueOrThrow({ where: { id: order.accountId } });
  if (account.balanceFen >= order.amountFen) return null;
  const [balance, amount] = [account.balanceFen, order.amountFen].map((sum) =>
    formatYuan(fen(sum)),
  );
  return refuse("conflict", `账户余额${balance}元，不够支付${amount}元，请先核对账户。`);
}

type CaseRow = NonNullable<Awaited<ReturnType<typeof readCase>>>["row"];

async function writeReissue(
  { hall, actor, idempotency, address }: ReissueCall,
  order: Order,
  row: CaseRow,
  subjectVersion: number,
): Promise<unknown | "moved"> {
  const at = hall.clock.instant();
  const { stage } = partsOfOrderId(order.id);
  const moment = occasionOfCase(hall, row, stage, order.attempt, at);
  const { slot } = partsOfOrderId(order.id);
  const answer = {
    id: `${row.number}:${stage}:${order.attempt}:${slot}`,
    attempt: order.attempt + 1,
    amountFen: Number(order.amountFen),
  };
  const outcome = await commit(
    hall.db,
    [caseUnchanged(row.number, row.version), subjectUnchanged(row.subjectId, subjectVersion)],
    [
      ...writeEffects(effectsOf(order, slot), moment).parts,
      write(
        "case_moves",
        sql`UPDATE application SET version = version + 1 WHERE number = ${row.number} RETURNING 1`,
      ),
      stepsInsert(
        row.number,
        [staffStep("reissue", "approved", actor.id, undefined, "财务人员")],
        at,
      ),
      write("idempotency", idempotency.remember(200, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: "payment.reissue",
          subjectId: row.subjectId,
          reference: row.number,
          detail: { order: answer.id, attempt: answer.attempt },
          address,
          at,
        }),
      ),
    ],
  );
  return outcome === "moved" ? "moved" : answer;
}

function effectsOf(order: Order, slot: string): readonly Effect[] {
  const amount = fen(order.amountFen);
  const from = ledgerAccountOf(order.accountId);
  const payee = order.payee === "bound-card" ? "bound-card" : "citizen-card";
  return [
    {
      kind: "ledger.post",
      slot,
      memo: `${order.purpose}（重新付款）`,
      lines: [
        { account: from, amountFen: fen(-amount) },
        { account: { kind: "control", code: "payments-in-transit" }, amountFen: amount },
      ],
    },
    { kind: "payment.order", slot, payee, amountFen: amount, from, purpose: order.purpose },
  ];
}
