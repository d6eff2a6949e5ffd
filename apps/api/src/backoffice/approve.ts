import type { RefusedRow } from "@hall/domain/list";
import { policyEntryToJson } from "@hall/domain/policy";
import { holdsRelease, RULES_VERSION } from "../cases/case-parts.ts";
import { type ApprovalRecord, sealRecord } from "../cases/case-record.ts";
import { dueColumns } from "../cases/due.ts";
import { findingsJson, type JudgedAgain, judgeAgain } from "../cases/judge-again.ts";
import { occasionOfCase } from "../cases/occasion-of-case.ts";
import { advance } from "../cases/stages.ts";
import { instantText } from "../clock.ts";
import { writeEffects } from "../effects/write-effects.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { type Guard, policyUnchanged, subjectUnchanged } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type DecideCall, decisionInsert } from "./decision-row.ts";
import { type CaseMove, staffStep } from "./move-case.ts";
import type { FoundCase } from "./review-case.ts";
import { moneyMoved, reviewStageOf } from "./review-stage.ts";
import { refusedRowsOf, rowsInWords } from "./row-decisions.ts";

/**
 * An approval decides anew, on the facts of the day (REV-4), and writes only where they are still
 * those. Above the limit the first approval leaves the case in review for another person (REV-5).
 */
export async function approval(
  call: DecideCall,
  found: FoundCase,
  at: Date,
): Promise<CaseMove | Refusal> {
  const { row, decisions } = found;
  const refusedRows = refusedRowsOf(call, found);
  if ("refusal" in refusedRows) return refusedRows;
  const again = await judgeAgain(call.hall, row, { refusedRows });
  const { service, judged } = again;
  const stage = reviewStageOf(service, row.stage);
  if (!stage) throw new Error(`case ${row.number} is in review in a stage that is none`);
  if (judged.outcome !== "open") {
    return refuse("rule-refuses", "按今天的情况，以下条件不再满足，不能通过。", {
      findings: findingsJson(judged),
    });
  }
  const moved = moneyMoved(stage, judged.request);
  const isSecond = decisions.some(({ kind, stage: at }) => kind === "approve" && at === row.stage);
  return moved?.needsSecond && !isSecond
    ? firstApproval(call, found, again, at)
    : finalApproval(call, found, { ...again, refusedRows }, at);
}

function firstApproval(call: DecideCall, found: FoundCase, again: JudgedAgain, at: Date): CaseMove {
  return {
    outcome: "first-approved",
    state: "in-review",
    message: "金额超过限额，已记下您的审核意见，等待另一位审核人员复核。",
    steps: [staffStep("second-approval", "in-review", call.actor.id)],
    set: sql`second_approval = true, assignee_id = NULL, claimed_at = NULL`,
    parts: [decisionInsert(call, found, at)],
    guards: guardsOf(found, again),
    audit: { action: "case.decide", detail: { decision: "approve", of: "first" } },
  };
}

interface Judged extends JudgedAgain {
  readonly refusedRows: readonly RefusedRow[];
}

function finalApproval(call: DecideCall, found: FoundCase, again: Judged, at: Date): CaseMove {
  const { hall, actor, body } = call;
  const { row } = found;
  const { refusedRows } = again;
  const request = { ...again.judged.request, refusedRows, applicationNumber: row.number };
  const counted = rowsInWords(again.record, refusedRows.length);
  const progress = advance(again.service, request, row.stage, "approved");
  const written = progress.effects.flatMap(
    ({ stage, effects }) => writeEffects(effects, occasionOfCase(hall, row, stage, 0, at)).parts,
  );
  const record = sealRecord(hall, {
    ...again.record,
    ...(refusedRows.length > 0 ? { refusedRows } : {}),
    approvals: [...(again.record.approvals ?? []), approvalRecord(call, found, again, at)],
  });
  return {
    outcome: "approved",
    state: progress.state,
    message: counted ? `已通过：${counted}。` : "已通过。",
    steps: [
      staffStep("approve", "approved", actor.id, [counted, body.words].filter(Boolean).join("；")),
      ...progress.steps,
    ],
    set: sql`stage = ${progress.stage}::int, record = ${record}, assignee_id = NULL,
             finished_at = ${progress.ended ? at : null}::timestamptz,
             ${dueColumns(again.service, progress, hall.clock.now(), again.policy)}`,
    parts: [
      decisionInsert(call, found, at),
      ...(progress.ended ? [holdsRelease(row.number, at)] : []),
      ...written,
    ],
    guards: guardsOf(found, again),
    audit: { action: "case.decide", detail: { decision: "approve", of: "final" } },
  };
}

const guardsOf = ({ row }: FoundCase, { read: { loaded } }: JudgedAgain): readonly Guard[] => [
  subjectUnchanged(row.subjectId, loaded.subjectVersion),
  policyUnchanged(loaded.policyVersion),
];

const approvalRecord = (
  { actor }: DecideCall,
  { row }: FoundCase,
  { read, judged }: JudgedAgain,
  at: Date,
): ApprovalRecord => ({
  stage: row.stage,
  staffId: actor.id,
  at: instantText(at),
  rulesVersion: RULES_VERSION,
  facts: read.situation.facts,
  policy: read.policyReads().map(policyEntryToJson),
  findings: judged.findings,
});
