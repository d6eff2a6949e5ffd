import { Temporal } from "temporal-polyfill";
import { type Due, dueAfterPause, dueOf } from "../cases/due.ts";
import { applicationService } from "../cases/services.ts";
import { dayOf } from "../clock.ts";
import type { Hall } from "../hall.ts";
import type { Policy } from "../policy-shelf.ts";
import { caseUnchanged, commit, write } from "../store/commit.ts";
import { asDate, sql } from "../store/database.ts";

/** Events with which the clock of a stage begins. */
const BEGINNINGS = ["submit", "grant", "approve", "await-outside", "await-counter", "review-again"];
const BATCH = 500;

/**
 * Gives due dates to the cases that were taken in while the calendar of their year was missing
 * and answers to how many. What is still unknown stays so.
 */
export async function fillDueDates(hall: Hall): Promise<number> {
  const policy = await hall.policy.at();
  const rows = await hall.db.application.findMany({
    where: {
      dueOn: null,
      state: {
        in: ["submitted", "in-review", "more-needed", "waiting-outside", "waiting-counter"],
      },
    },
    select: { number: true, service: true, stage: true, version: true, acceptedOn: true },
    orderBy: { submittedAt: "asc" },
    take: BATCH,
  });
  let filled = 0;
  for (const row of rows) filled += (await fillOne(hall, policy, row)) ? 1 : 0;
  return filled;
}

interface Undated {
  readonly number: string;
  readonly service: string;
  readonly stage: number;
  readonly version: number;
}

async function fillOne(hall: Hall, policy: Policy, row: Undated): Promise<boolean> {
  const due = await dueFromSteps(hall, policy, row);
  if (!due?.acceptedOn || !due.dueOn) return false;
  const outcome = await commit(
    hall.db,
    [caseUnchanged(row.number, row.version)],
    [
      write(
        "dated",
        sql`UPDATE application SET accepted_on = ${asDate(due.acceptedOn)}::date,
                   due_on = ${asDate(due.dueOn)}::date, version = version + 1
             WHERE number = ${row.number} RETURNING 1`,
      ),
    ],
  );
  return outcome === "committed";
}

/** The due date as it would have been: from the stage's beginning, later by every pause since. */
async function dueFromSteps(hall: Hall, policy: Policy, row: Undated): Promise<Due | null> {
  const stage = applicationService(row.service).process[row.stage];
  const steps = await hall.db.caseStep.findMany({
    where: { applicationNumber: row.number },
    orderBy: { no: "asc" },
  });
  const begun = steps.findLast(({ event }) => BEGINNINGS.includes(event));
  if (!stage || !begun) return null;
  const { acceptedOn, dueOn } = dueOf(stage, wallClock(begun.at), policy.calendar, policy.book);
  let due = dueOn;
  let pausedOn: Temporal.PlainDate | null = null;
  for (const { event, at, no } of steps) {
    if (no < begun.no) continue;
    if (event === "ask") pausedOn = dayOf(at);
    if (event === "supplement" && pausedOn) {
      due = dueAfterPause(due, pausedOn, dayOf(at), policy.calendar);
      pausedOn = null;
    }
  }
  return { acceptedOn, dueOn: due };
}

const wallClock = (at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO("Asia/Shanghai")
    .toPlainDateTime();
