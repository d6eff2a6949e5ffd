import type { Day } from "@hall/domain/dates";
import type { FactName } from "@hall/domain/facts";
import type { PolicyReader } from "@hall/domain/policy";
import type { Stage } from "@hall/domain/service";
import { isCalendarMissing, type WorkingCalendar } from "@hall/domain/working-days";
import type { Temporal } from "temporal-polyfill";
import type { Policy } from "../policy-shelf.ts";
import { type Sql, sql } from "../store/database.ts";
import type { AnyApplication } from "./services.ts";
import type { Progress } from "./stages.ts";

export interface Due {
  /** Null where the calendar's year isn't published: the case is taken in, staff are alarmed. */
  readonly acceptedOn: Day | null;
  readonly dueOn: Day | null;
}

/** When a case counts as handed in, and by when its stage is due (WKD-1, WKD-2). */
export function dueOf(
  stage: Stage<FactName, unknown>,
  now: Temporal.PlainDateTime,
  calendar: WorkingCalendar,
  policy: PolicyReader,
): Due {
  const accepted = calendar.acceptedOn(now);
  if (isCalendarMissing(accepted)) return { acceptedOn: null, dueOn: null };
  const clock = "clock" in stage ? stage.clock : null;
  if (clock === null) return { acceptedOn: accepted, dueOn: null };
  const { workingDays } = policy.on(clock, now.toPlainDate());
  const due = calendar.addWorkingDays(accepted, workingDays);
  return { acceptedOn: accepted, dueOn: isCalendarMissing(due) ? null : due };
}

/** The due date after a pause: as many working days later as the clock stood still. */
export function dueAfterPause(
  due: Day | null,
  pausedOn: Day,
  resumedOn: Day,
  calendar: WorkingCalendar,
): Day | null {
  if (due === null) return null;
  const paused = calendar.workingDaysBetween(pausedOn, resumedOn);
  if (typeof paused !== "number") return null;
  const later = paused === 0 ? due : calendar.addWorkingDays(due, paused);
  return isCalendarMissing(later) ? null : later;
}

/** Columns of a case that enters another stage: its clock starts anew, where the stage has one. */
export function dueColumns(
  service: AnyApplication,
  progress: Pick<Progress, "stage" | "ended">,
  now: Temporal.PlainDateTime,
  { calendar, book }: Policy,
): Sql {
  const stage = service.process[progress.stage];
  if (progress.ended || !stage || !("clock" in stage) || stage.clock === null)
    return sql`paused_on = NULL`;
  const { acceptedOn, dueOn } = dueOf(stage, now, calendar, book);
  return sql`paused_on = NULL, accepted_on = ${acceptedOn?.toString() ?? null}::date,
             due_on = ${dueOn?.toString() ?? null}::date`;
}
