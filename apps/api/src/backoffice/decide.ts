import { formatDay } from "@hall/domain/dates";
import type { Effect } from "@hall/domain/effects";
import { holdsRelease } from "../cases/case-parts.ts";
import { occasionOfCase } from "../cases/occasion-of-case.ts";
import { readCase } from "../cases/read-case.ts";
import { applicationService } from "../cases/services.ts";
import { supplementUntil } from "../cases/supplement-limit.ts";
import { dayOf } from "../clock.ts";
import { writeEffects } from "../effects/write-effects.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { type Part, untilCommitted } from "../store/commit.ts";
import { asDate, sql } from "../store/database.ts";
import { approval } from "./approve.ts";
import { type DecideCall, decisionInsert } from "./decision-row.ts";
import { barredFrom } from "./four-eyes.ts";
import { type CaseMove, moveCase, staffStep } from "./move-case.ts";
import type { FoundCase } from "./review-case.ts";
import { reviewStageOf } from "./review-stage.ts";
import { staffOf } from "./staff.ts";

/** A reviewer's decision on a case that they have claimed (REV-3). */
export async function decide(call: DecideCall): Promise<unknown> {
  const { hall, params } = call;
  const result = await untilCommitted(async () => {
    const found = await readCase(hall, params.number);
    if (!found) return refuse("not-found");
    const refused = await refuseDecision(call, found);
    if (refused) return refused;
    const at = hall.clock.instant();
    const move = await moveOf(call, found, at);
    return "refusal" in move ? move : moveCase(call, found, move, at);
  });
  return result === "moved" ? refuse("conflict") : result;
}

async function refuseDecision(call: DecideCall, found: FoundCase): Promise<Refusal | null> {
  const { hall, actor, body } = call;
  const { row, view, decisions } = found;
  const barred = await barredFrom(hall, await staffOf(hall, actor), { ...row, decisions });
  if (barred) return refuse("not-allowed", barred);
  if (view.state !== "in-review") return refuse("conflict", "这件现在不在审核中，请刷新后查看。");
  if (row.assigneeId === null) return refuse("conflict", "请先认领这件再审核。");
  if (row.assigneeId !== actor.id) return refuse("conflict", "这件由其他审核人员认领。");
  if (body.version !== undefined && body.version !== row.version) {
    return refuse("stale-version", "这件在您打开之后有了变化，请刷新后再作决定。");
  }
  return null;
}

async function moveOf(call: DecideCall, found: FoundCase, at: Date): Promise<CaseMove | Refusal> {
  switch (call.body.kind) {
    case "approve":
      return approval(call, found, at);
    case "refuse":
      return refusal(call, found, at);
    case "ask":
      return asking(call, found, at);
  }
}

function refusal(call: DecideCall, found: FoundCase, at: Date): CaseMove | Refusal {
  const { actor, body } = call;
  const { row } = found;
  const stage = reviewStageOf(applicationService(row.service), row.stage);
  const unknown = body.reasons.filter((reason) => !stage?.refusalReasons.includes(reason));
  if (unknown.length > 0) {
    return refuse("malformed", "请从列出的理由里选择，其他理由写在说明里。", {
      errors: unknown.map((reason) => ({ path: "/reasons", message: `没有这条理由：${reason}` })),
    });
  }
  const reason = [...body.reasons, ...(body.words ? [body.words] : [])].join("；");
  return {
    outcome: "refused",
    state: "refused",
    message: "已作出不通过的决定，申请人会收到理由。",
    steps: [staffStep("refuse", "refused", actor.id, reason)],
    set: sql`finished_at = ${at}::timestamptz, assignee_id = NULL`,
    parts: [
      decisionInsert(call, found, at),
      holdsRelease(row.number, at),
      ...told(call, found, at, {
        kind: "message.send",
        slot: "refused",
        template: "case-refused",
        values: { reason },
      }),
    ],
    audit: { action: "case.decide", detail: { decision: "refuse" } },
  };
}

/** Everything that is missing at once, once a case; the clock stands still until the answer. */
async function asking(call: DecideCall, found: FoundCase, at: Date): Promise<CaseMove | Refusal> {
  const { hall, actor, body } = call;
  if (found.decisions.some(({ kind }) => kind === "ask")) {
    return refuse("conflict", "这件已经要求过一次补正；一件办件只能要求一次，请直接作出决定。");
  }
  const { book } = await hall.policy.at();
  const until = supplementUntil(book, at);
  const items = body.missing.map(({ item }) => item).join("、");
  return {
    outcome: "asked",
    state: "more-needed",
    message: `已要求补正，办理时限暂停；申请人须在${formatDay(until)}前（含当日）补正。`,
    steps: [staffStep("ask", "more-needed", actor.id, items)],
    set: sql`paused_on = ${asDate(dayOf(at))}::date, assignee_id = NULL, claimed_at = NULL`,
    parts: [
      decisionInsert(call, found, at),
      ...told(call, found, at, {
        kind: "message.send",
        slot: "asked",
        template: "supplement-needed",
        values: { missing: items, until: formatDay(until) },
      }),
    ],
    audit: { action: "case.decide", detail: { decision: "ask", items: body.missing.length } },
  };
}

const told = (
  { hall }: DecideCall,
  { row }: FoundCase,
  at: Date,
  effect: Effect,
): readonly Part[] =>
  writeEffects([effect], occasionOfCase(hall, row, row.stage, row.version, at)).parts;
