import { randomUUID } from "node:crypto";
import type { takeBackApproval } from "@hall/contracts/backoffice/payments";
import type { z } from "zod";
import { type CaseMove, moveCase, staffStep } from "../backoffice/move-case.ts";
import { holdsRelease } from "../cases/case-parts.ts";
import { judgeAgain } from "../cases/judge-again.ts";
import { occasionOfCase } from "../cases/occasion-of-case.ts";
import { readCase } from "../cases/read-case.ts";
import { writeEffects } from "../effects/write-effects.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { type Part, untilCommitted, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import type { Order } from "./orders.ts";

type TakeBackCall = Call<
  z.output<NonNullable<typeof takeBackApproval.params>>,
  undefined,
  z.output<NonNullable<typeof takeBackApproval.body>>
>;
type Found = NonNullable<Awaited<ReturnType<typeof readCase>>>;

/**
 * Ends a case whose payment came back and which, by the facts of today, isn't due any more: paid
 * anew it can't be, and left alone it would hold the account for good. One in finance asks for it,
 * another confirms (SGN-2); the money is in the account again since the bank returned it.
 */
export async function takeBack(call: TakeBackCall): Promise<unknown> {
  const result = await untilCommitted(() => attempt(call));
  return result === "moved" ? refuse("conflict") : result;
}

async function attempt(call: TakeBackCall): Promise<unknown | Refusal | "moved"> {
  const { hall, actor, params } = call;
  const order = await hall.db.paymentOrder.findUnique({ where: { id: params.id } });
  if (!order) return refuse("not-found");
  const found = await readCase(hall, order.applicationNumber);
  if (!found) throw new Error(`order ${order.id} has no case`);
  const refused = await refuseTakingBack(call, order, found);
  if (refused) return refused;
  const { judged } = await judgeAgain(hall, found.row);
  const reasons = judged.findings
    .filter(({ outcome }) => outcome !== "holds")
    .map(({ message }) => message);
  if (judged.outcome === "open" || reasons.length === 0) {
    return refuse("conflict", "按今天的情况仍符合条件，请核对收款账户后重新付款。");
  }
  const first = takeBacksOf(found)[0];
  if (first?.staffId === actor.id) {
    return refuse("not-allowed", "撤销由您提出，须由另一位财务人员确认。");
  }
  const at = hall.clock.instant();
  const move = first ? takenBack(call, found, reasons, at) : asked(call, found, reasons, at);
  return moveCase(call, found, move, at);
}

const takeBacksOf = ({ decisions, row }: Found) =>
  decisions.filter(({ kind, stage }) => kind === "take-back" && stage === row.stage);

async function refuseTakingBack(
  { hall, actor }: TakeBackCall,
  order: Order,
  { row, decisions }: Found,
): Promise<Refusal | null> {
  if (order.state !== "returned") return refuse("conflict", "只有付款被退回的才能撤销通过。");
  if (row.state !== "approved") return refuse("conflict", "办件不在已通过状态，不能撤销。");
  const { personId } = await hall.db.staff.findUniqueOrThrow({ where: { id: actor.id } });
  if (personId === order.personId) {
    return refuse("not-allowed", "这是您本人的款项，须由其他财务人员办理。");
  }
  if (decisions.some(({ kind, staffId }) => kind === "approve" && staffId === actor.id)) {
    return refuse("not-allowed", "这件是您审核通过的，须由其他财务人员办理。");
  }
  const others = await hall.db.paymentOrder.count({
    where: { applicationNumber: row.number, state: { not: "returned" } },
  });
  return others > 0 ? refuse("conflict", "这件还有在付或已付的款项，不能撤销通过。") : null;
}

/** The first of the four eyes: the case stays approved, and nothing is told yet. */
function asked(call: TakeBackCall, found: Found, reasons: string[], at: Date): CaseMove {
  return {
    outcome: "take-back-asked",
    state: "approved",
    message: "已提出撤销，等待另一位财务人员确认。",
    steps: [],
    set: sql`finished_at = NULL`,
    parts: [decided(call, found, reasons, at)],
    audit: { action: "case.take-back", detail: { of: "first" } },
  };
}

function takenBack(call: TakeBackCall, found: Found, reasons: string[], at: Date): CaseMove {
  const { hall, actor } = call;
  const { row } = found;
  const reason = reasons.join("");
  const told = {
    kind: "message.send",
    slot: "taken-back",
    template: "approval-taken-back",
    values: { reason },
  } as const;
  return {
    outcome: "taken-back",
    state: "refused",
    message: "已撤销通过决定，申请人会收到理由。",
    steps: [staffStep("take-back", "refused", actor.id, reason, "财务人员")],
    set: sql`finished_at = ${at}::timestamptz, assignee_id = NULL`,
    parts: [
      decided(call, found, reasons, at),
      holdsRelease(row.number, at),
      papersRevoked(row.number, at),
      ...writeEffects([told], occasionOfCase(hall, row, row.stage, row.version, at)).parts,
    ],
    audit: { action: "case.take-back", detail: { of: "final" } },
  };
}

const decided = (
  { actor, body }: TakeBackCall,
  { row }: Found,
  reasons: readonly string[],
  at: Date,
): Part =>
  write(
    "decision_made",
    sql`INSERT INTO decision (id, application_number, stage, staff_id, kind, reasons, words, at)
        VALUES (${randomUUID()}::uuid, ${row.number}, ${row.stage}::int, ${actor.id}::uuid,
                'take-back', ${reasons}::text[], ${body.words}, ${at}::timestamptz) RETURNING 1`,
  );

/** What the approval issued says what is no longer so. */
const papersRevoked = (number: string, at: Date): Part =>
  write(
    "papers_revoked",
    sql`UPDATE document SET revoked_at = ${at}::timestamptz, revoked_reason = '通过决定已撤销'
         WHERE application_number = ${number} AND revoked_at IS NULL RETURNING 1`,
  );
