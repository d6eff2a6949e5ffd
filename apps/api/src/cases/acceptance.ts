import { formatDay } from "@hall/domain/dates";
import type { Effect } from "@hall/domain/effects";
import type { FactName } from "@hall/domain/facts";
import type { Stage } from "@hall/domain/service";
import type { NewCase } from "./case-parts.ts";

/** What the applicant is told when a case has been taken in and now waits for somebody. */
export function acceptanceMessage(
  { due }: Pick<NewCase, "due">,
  stage: Stage<FactName, unknown> | undefined,
): Effect {
  return {
    kind: "message.send",
    slot: "accepted",
    template: "case-accepted",
    values: {
      due: due.dueOn ? `预计${formatDay(due.dueOn)}前办结` : withoutDue(stage),
    },
  };
}

function withoutDue(stage: Stage<FactName, unknown> | undefined): string {
  if (stage?.kind === "await" && stage.clock === null) {
    return `${stage.whom === "counter" ? "请到" : "等待"}${stage.party}：${stage.task}`;
  }
  return "办结日期所在年度的工作日历公布后即可查询";
}
