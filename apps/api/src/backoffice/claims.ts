import type { caseNumberParams } from "@hall/contracts/backoffice/review";
import type { z } from "zod";
import { readCase } from "../cases/read-case.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { untilCommitted } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { barredFrom } from "./four-eyes.ts";
import { type CaseMove, moveCase, staffStep } from "./move-case.ts";
import type { FoundCase } from "./review-case.ts";
import { staffNames, staffOf } from "./staff.ts";

type ClaimCall = Call<z.output<typeof caseNumberParams>, undefined, undefined>;

/** From the queue to one's own desk; nobody else works on it until it is released (REV-1). */
export const claim = (call: ClaimCall) =>
  attempted(call, async (found, at) => {
    const { hall, actor } = call;
    const { row, view } = found;
    const staff = await staffOf(hall, actor);
    const barred = await barredFrom(hall, staff, { ...row, decisions: found.decisions });
    if (barred) return refuse("not-allowed", barred);
    if (row.assigneeId === actor.id) return refuse("conflict", "您已经认领这件。");
    if (row.assigneeId !== null) {
      const names = await staffNames(hall, [row.assigneeId]);
      return refuse("conflict", `这件已由${names.get(row.assigneeId) ?? "其他人员"}认领。`);
    }
    if (view.state !== "submitted" && view.state !== "in-review") {
      return refuse("conflict", "这件现在不在待审状态，不能认领。");
    }
    return {
      outcome: "claimed",
      state: "in-review",
      message: "已认领，其他人不能再办。",
      steps: [staffStep("claim", "in-review", actor.id)],
      set: sql`assignee_id = ${actor.id}::uuid, claimed_at = ${at}::timestamptz`,
      parts: [],
      audit: { action: "case.claim", detail: {} },
    };
  });

/** Back to the queue. What one has approved already stays in review: withdrawal is past. */
export const release = (call: ClaimCall) =>
  attempted(call, async ({ row, view }) => {
    const { actor } = call;
    const isAdmin = actor.kind === "staff" && actor.roles.includes("admin");
    if (view.state !== "in-review" || row.assigneeId === null) {
      return refuse("conflict", "这件没有被认领。");
    }
    if (row.assigneeId !== actor.id && !isAdmin) {
      return refuse("not-allowed", "这件由其他人员认领，须由本人或管理员退回。");
    }
    const state = row.secondApproval ? "in-review" : "submitted";
    return {
      outcome: "released",
      state,
      message: "已退回队列。",
      steps: [staffStep("release", state, actor.id)],
      set: sql`assignee_id = NULL, claimed_at = NULL`,
      parts: [],
      audit: { action: "case.release", detail: { ofAnother: row.assigneeId !== actor.id } },
    };
  });

async function attempted(
  call: ClaimCall,
  moveOf: (found: FoundCase, at: Date) => Promise<CaseMove | Refusal>,
): Promise<unknown> {
  const { hall, params } = call;
  const result = await untilCommitted(async () => {
    const found = await readCase(hall, params.number);
    if (!found) return refuse("not-found");
    const at = hall.clock.instant();
    const move = await moveOf(found, at);
    return "refusal" in move ? move : moveCase(call, found, move, at);
  });
  return result === "moved" ? refuse("conflict") : result;
}
