import type { DueMark, listCases, QueuedCase } from "@hall/contracts/backoffice/review";
import type { CaseState } from "@hall/domain/case-states";
import type { Day } from "@hall/domain/dates";
import { maskName } from "@hall/domain/masks";
import { serviceName } from "@hall/domain/services";
import type { z } from "zod";
import { writeAudit } from "../audit/audit.ts";
import { stateNames } from "../cases/present.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { isRefusal } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { plainDay } from "../policy-shelf.ts";
import { asDate, type Prisma, sql } from "../store/database.ts";
import { fromCursor, pageOfRows, toCursor } from "./cursor.ts";
import { staffNames, staffOf, staffRef } from "./staff.ts";

/** States in which a case waits for staff, or for the applicant's answer to staff. */
const workStates = ["submitted", "in-review", "more-needed"] as const satisfies CaseState[];

type Query = z.output<NonNullable<typeof listCases.query>>;

/** The queue (REV-1): the oldest due first, those without a due date last. */
export async function reviewQueue({
  hall,
  actor,
  query,
  address,
}: Call<undefined, Query, undefined>) {
  const cursor = fromCursor(query.cursor, "day", "text");
  if (isRefusal(cursor)) return cursor;
  const today = hall.clock.now().toPlainDate();
  const rows = await hall.db.application.findMany({
    where: { AND: [filterOf(query, actor.id, today), ...(cursor ? [after(cursor)] : [])] },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { number: "asc" }],
    take: query.limit + 1,
    omit: { record: true, findings: true, policy: true, quote: true },
  });
  const { page, nextCursor } = pageOfRows(rows, query.limit, ({ dueOn, number }) =>
    toCursor(dueOn && plainDay(dueOn).toString(), number),
  );
  const [me, names, staff, counts] = await Promise.all([
    staffOf(hall, actor),
    applicantNames(
      hall,
      page.map(({ subjectId }) => subjectId),
    ),
    staffNames(
      hall,
      page.map(({ assigneeId }) => assigneeId),
    ),
    countQueue(hall, actor.id, today),
  ]);
  const items = page.map(
    (row): QueuedCase => ({
      number: row.number,
      service: row.service,
      serviceName: serviceName(row.service),
      state: row.state as CaseState,
      stateName: stateNames[row.state as CaseState],
      maskedApplicant: maskName(names.get(row.subjectId) ?? ""),
      submittedAt: instantText(row.submittedAt),
      dueOn: row.dueOn && plainDay(row.dueOn).toString(),
      mark: dueMark(row, today),
      secondApproval: row.secondApproval,
      assignee: staffRef(row.assigneeId, staff),
      isMine: row.assigneeId === actor.id,
      isOwn: me.personId !== null && me.personId === row.subjectId,
    }),
  );
  await writeAudit(hall, { actor, action: "case.list", detail: { shown: items.length }, address });
  return { items, nextCursor, counts };
}

interface Dated {
  readonly state: string;
  readonly dueOn: Date | null;
  readonly pausedOn: Date | null;
}

export function dueMark({ state, dueOn, pausedOn }: Dated, today: Day): DueMark {
  if (pausedOn) return "paused";
  if (!dueOn) return "calendar-missing";
  if (!(workStates as readonly string[]).includes(state)) return "in-time";
  const left = today.until(plainDay(dueOn)).days;
  if (left < 0) return "overdue";
  return left === 0 ? "today" : "in-time";
}

function filterOf(query: Query, staffId: string, today: Day): Prisma.ApplicationWhereInput {
  const running = { pausedOn: null, state: { in: ["submitted", "in-review"] } };
  const due = {
    overdue: { ...running, dueOn: { lt: asDate(today) } },
    today: { ...running, dueOn: asDate(today) },
    "calendar-missing": { ...running, dueOn: null },
  } as const;
  const assignee = { me: { assigneeId: staffId }, none: { assigneeId: null }, all: {} } as const;
  return {
    AND: [
      { state: query.state ?? { in: [...workStates] } },
      query.service ? { service: query.service } : {},
      query.due ? due[query.due] : {},
      assignee[query.assignee],
    ],
  };
}

/** Rows behind the last one of the page before, in the order of the queue. */
function after([dueOn = "", number = ""]: readonly string[]): Prisma.ApplicationWhereInput {
  const sameDay = { number: { gt: number } };
  if (dueOn === "") return { dueOn: null, ...sameDay };
  const day = asDate(dueOn);
  return { OR: [{ dueOn: { gt: day } }, { dueOn: day, ...sameDay }, { dueOn: null }] };
}

/** Names of people and units by their id as a subject. */
async function applicantNames({ db }: Hall, subjectIds: readonly string[]) {
  const where = { id: { in: [...subjectIds] } };
  const select = { id: true, name: true } as const;
  const [people, units] = await Promise.all([
    db.person.findMany({ where, select }),
    db.unit.findMany({ where, select }),
  ]);
  return new Map([...people, ...units].map(({ id, name }) => [id, name]));
}

async function countQueue({ db }: Hall, staffId: string, today: Day) {
  const day = today.toString();
  const [row] = await db.$queryRaw<Record<string, bigint>[]>(sql`
    SELECT count(*) AS open,
           count(*) FILTER (WHERE assignee_id = ${staffId}::uuid) AS mine,
           count(*) FILTER (WHERE assignee_id IS NULL AND state <> 'more-needed') AS unassigned,
           count(*) FILTER (WHERE due_on < ${day}::date AND paused_on IS NULL) AS overdue,
           count(*) FILTER (WHERE due_on = ${day}::date AND paused_on IS NULL) AS "dueToday",
           count(*) FILTER (WHERE state = 'more-needed') AS "moreNeeded"
      FROM application WHERE state IN ('submitted', 'in-review', 'more-needed')`);
  return row;
}
