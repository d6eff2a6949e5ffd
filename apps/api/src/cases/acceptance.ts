import { formatDay } from "@hall/domain/dates";
import type { Effect } from "@hall/domain/effects";
import type { NewCase } from "./case-parts.ts";

/** What the applicant is told when a case has been taken in and now waits for somebody. */
export function acceptanceMessage({ due }: Pick<NewCase, "due">): Effect {
  return {
    kind: "message.send",
    slot: "accepted",
    template: "case-accepted",
    values: {
      due: due.dueOn
        ? `预计${formatDay(due.dueOn)}前办结`
        : "办结日期所在年度的工作日历公布后即可查询",
    },
  };
}
