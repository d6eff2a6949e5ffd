import { type Day, formatDay } from "@hall/domain/dates";
import { fen, formatYuan } from "@hall/domain/fen";
import { auditPart } from "../audit/audit.ts";
import { staffStep } from "../backoffice/move-case.ts";
import { stepsInsert } from "../cases/case-parts.ts";
import { occasionOfCase } from "../cases/occasion-of-case.ts";
import { writeEffects } from "../effects/write-effects.ts";
import { caseUnchanged, commit, subjectMoves, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { ledgerAccountOf } from "./order-id.ts";
import type { Order } from "./orders.ts";
import type { Settling } from "./settle.ts";
import { settlePosting } from "./settle-posting.ts";

/**
 * The bank sent the money back: it returns to the account that it came from, which the case still
 * holds, and the person is told why. The case stays approved.
 */
export async function settleReturned(
  { hall, actor, address }: Settling,
  order: Order,
  reason: string,
  on: Day,
): Promise<"committed" | "moved"> {
  const row = await hall.db.application.findUniqueOrThrow({
    where: { number: order.applicationNumber },
  });
  const at = hall.clock.instant();
  const note = `${reason}（${formatDay(on)}）`;
  const told = {
    kind: "message.send",
    slot: "returned",
    template: "payment-returned",
    values: { amount: formatYuan(fen(order.amountFen)), reason },
  } as const;
  return commit(
    hall.db,
    [
      caseUnchanged(row.number, row.version),
      subjectMoves(row.subjectId),
      sql`UPDATE payment_order
             SET state = 'returned', return_reason = ${reason}, settled_at = ${at}::timestamptz
           WHERE id = ${order.id} AND state = 'sent' RETURNING 1`,
    ],
    [
      ...settlePosting(order, "returned", ledgerAccountOf(order.accountId), at),
      write(
        "case_moves",
        sql`UPDATE application SET version = version + 1 WHERE number = ${row.number} RETURNING 1`,
      ),
      stepsInsert(row.number, [staffStep("return", "approved", actor.id, note, "财务人员")], at),
      ...writeEffects([told], occasionOfCase(hall, row, row.stage, row.version, at)).parts,
      write(
        "audit",
        auditPart({
          actor,
          action: "case.advance",
          subjectId: row.subjectId,
          reference: row.number,
          detail: { order: order.id, result: "returned" },
          address,
          at,
        }),
      ),
    ],
  );
}
