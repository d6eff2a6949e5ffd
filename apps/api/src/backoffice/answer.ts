import type { answerAwaited } from "@hall/contracts/backoffice/awaited";
import { type Answer, lookupsIn, readAnswer } from "@hall/domain/answers";
import { judgeAll, outcomeOf } from "@hall/domain/findings";
import type { z } from "zod";
import { holdsRelease } from "../cases/case-parts.ts";
import { dueColumns } from "../cases/due.ts";
import { judgeAgain } from "../cases/judge-again.ts";
import { occasionOfCase } from "../cases/occasion-of-case.ts";
import { stateNames } from "../cases/present.ts";
import { readCase } from "../cases/read-case.ts";
import { advance } from "../cases/stages.ts";
import { writeEffects } from "../effects/write-effects.ts";
import { encode } from "../http/encode.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { policyUnchanged, subjectUnchanged, untilCommitted } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type AwaitStage, awaitedStage } from "./awaited-stage.ts";
import { barredFrom } from "./four-eyes.ts";
import { type CaseMove, moveCase, staffStep } from "./move-case.ts";
import type { FoundCase } from "./review-case.ts";
import { staffOf } from "./staff.ts";

type Body = z.output<NonNullable<(typeof answerAwaited)["body"]>>;
type AnswerCall = Call<{ number: string }, undefined, Body>;

/**
 * What came of a stage that waited. The rules of the stage judge it, on the facts of today; what
 * they refuse leaves the case waiting and nothing written.
 */
export async function answer(call: AnswerCall): Promise<unknown> {
  const { hall, actor, params, body } = call;
  const result = await untilCommitted(async () => {
    const found = await readCase(hall, params.number);
    const stage = found && awaitedStage(found.row);
    if (!found) return refuse("not-found");
    if (!stage) return refuse("conflict", "这件现在不在等待，请刷新后查看。");
    if (body.version !== found.row.version) return refuse("stale-version");
    const staff = await staffOf(hall, actor);
    const barred = await barredFrom(hall, staff, { ...found.row, decisions: [] });
    if (barred) return refuse("not-allowed", barred);
    const at = hall.clock.instant();
    const move =
      body.result.kind === "declined"
        ? declined(call, found, stage, body.result.reason, at)
        : await completed(call, found, stage, body.result.values, at);
    if ("refusal" in move) return move;
    const moved = await moveCase(call, found, move, at);
    return moved === "moved" ? "moved" : { ...moved, findings: [] };
  });
  return result === "moved" ? refuse("conflict") : result;
}

async function completed(
  call: AnswerCall,
  found: FoundCase,
  stage: AwaitStage,
  entered: Readonly<Record<string, string>>,
  at: Date,
): Promise<CaseMove | Refusal> {
  const read = readAnswer(stage.fields, entered);
  if ("faults" in read) {
    const errors = read.faults.map(({ key, message }) => ({ path: `/values/${key}`, message }));
    return refuse("malformed", undefined, { errors });
  }
  return judgedMove(call, found, stage, read.answer, at);
}

async function judgedMove(
  { hall, actor }: AnswerCall,
  { row }: FoundCase,
  stage: AwaitStage,
  answered: Answer,
  at: Date,
): Promise<CaseMove | Refusal> {
  const named = lookupsIn(stage.fields, answered);
  const { service, judged, read, policy } = await judgeAgain(hall, row, { named });
  const request = { ...judged.request, applicationNumber: row.number, answer: answered };
  const findings = judgeAll(stage.rules, request);
  if (outcomeOf(findings) !== "open") {
    return refuse("rule-refuses", "录入的内容与办件不符，请核对。", {
      findings: encode(findings) as never,
    });
  }
  const progress = advance(service, request, row.stage, row.state as "waiting-counter");
  const written = progress.effects.flatMap(
    (each) => writeEffects(each.effects, occasionOfCase(hall, row, each.stage, 0, at)).parts,
  );
  return {
    outcome: "answered",
    state: progress.state,
    message: `已记录，办件现在${stateNames[progress.state]}。`,
    steps: [
      staffStep("resume", row.state as "waiting-counter", actor.id, stage.task, stage.party),
      ...progress.steps,
    ],
    set: sql`stage = ${progress.stage}::int, assignee_id = NULL,
             finished_at = ${progress.ended ? at : null}::timestamptz,
             ${dueColumns(service, progress, hall.clock.now(), policy)}`,
    parts: [...(progress.ended ? [holdsRelease(row.number, at)] : []), ...written],
    guards: [
      subjectUnchanged(row.subjectId, read.loaded.subjectVersion),
      policyUnchanged(read.loaded.policyVersion),
    ],
    audit: { action: "case.advance", detail: { stage: row.stage } },
  };
}

function declined(
  { hall, actor }: AnswerCall,
  { row }: FoundCase,
  stage: AwaitStage,
  reason: string,
  at: Date,
): CaseMove | Refusal {
  if (!stage.mayDecline) return refuse("malformed", "这一步没有“未予办理”，请录入办理结果。");
  const told = {
    kind: "message.send",
    slot: "declined",
    template: "case-refused",
    values: { reason: `${stage.party}未予办理：${reason}` },
  } as const;
  return {
    outcome: "refused",
    state: "refused",
    message: "已记录对方的理由，申请人会收到通知。",
    steps: [staffStep("decline", "refused", actor.id, reason, stage.party)],
    set: sql`finished_at = ${at}::timestamptz`,
    parts: [
      holdsRelease(row.number, at),
      ...writeEffects([told], occasionOfCase(hall, row, row.stage, 0, at)).parts,
    ],
    audit: { action: "case.advance", detail: { stage: row.stage, declined: true } },
  };
}
