import { randomUUID } from "node:crypto";
import { cancelReminder, listReminders, makeReminder } from "@hall/contracts/reminders";
import { addDays, type Day, isAfter, isOnOrAfter } from "@hall/domain/dates";
import { openCaseRules } from "@hall/domain/open-cases";
import { rulesOf } from "@hall/domain/rules-of";
import { serviceName } from "@hall/domain/services";
import type { z } from "zod";
import { type AnyService, findService } from "../cases/services.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { type Actor, subjectOf } from "../http/actor.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { created, type Reply } from "../http/reply.ts";
import { type Call, type Route, route } from "../http/route.ts";
import { plainDay } from "../policy-shelf.ts";
import { commit, untilCommitted, write } from "../store/commit.ts";
import { asDate, sql } from "../store/database.ts";

/** More than this nobody needs, and a loop would make. */
const MOST_WAITING = 50;
/** Further ahead no rule of the hall looks. */
const FURTHEST_DAYS = 366 * 40;

type MakeCall = Call<undefined, undefined, z.output<NonNullable<typeof makeReminder.body>>>;

/** 'Remind me on that day' (XPL-2): one tap, one message on the day, cancelled as easily. */
export const reminderRoutes: readonly Route[] = [
  route(listReminders, async ({ hall, actor }) => ({
    items: (await waitingOf(hall, actor)).map(reminderJson),
  })),
  route(makeReminder, make),
  route(cancelReminder, async ({ hall, actor, params: { id } }) => {
    const { count } = await hall.db.reminder.updateMany({
      where: { id, ownerId: actor.id, sentAt: null, cancelledAt: null },
      data: { cancelledAt: hall.clock.instant() },
    });
    return count === 0 ? refuse("not-found") : undefined;
  }),
];

async function make(call: MakeCall): Promise<unknown> {
  const { actor, body } = call;
  const service = findService(body.service);
  if (!service || !fits(service, actor)) return refuse("not-found", "没有这个事项。");
  if (!knowsRule(service, body.rule)) return refuse("not-found", "这个事项没有这条规则。");
  const today = call.hall.clock.now().toPlainDate();
  if (!isAfter(body.day, today) || isAfter(body.day, addDays(today, FURTHEST_DAYS))) {
    return refuse("malformed", "提醒的日子要在今天以后。", {
      errors: [{ path: "/day", message: "要在今天以后" }],
    });
  }
  const result = await untilCommitted(() => attempt(call));
  return result === "moved" ? refuse("conflict") : result;
}

async function attempt({
  hall,
  actor,
  body,
  idempotency,
}: MakeCall): Promise<Reply | Refusal | "moved"> {
  const waiting = await waitingOf(hall, actor);
  const same = waiting.find(
    ({ service, day }) => service === body.service && plainDay(day).equals(body.day),
  );
  if (same) return created(reminderJson(same), `/reminders/${same.id}`);
  if (waiting.length >= MOST_WAITING) {
    return refuse("conflict", `最多同时设 ${MOST_WAITING} 个提醒，请先取消不需要的。`);
  }
  const row = {
    id: randomUUID(),
    subjectId: subjectOf(actor),
    ownerId: actor.id,
    service: body.service,
    rule: body.rule,
    day: asDate(body.day),
    createdAt: hall.clock.instant(),
  };
  const answer = reminderJson(row);
  const outcome = await commit(
    hall.db,
    [],
    [
      write(
        "reminder_made",
        sql`INSERT INTO reminder (id, subject_id, owner_id, service, rule, day, created_at)
            VALUES (${row.id}::uuid, ${row.subjectId}::uuid, ${row.ownerId}::uuid, ${row.service},
                    ${row.rule}, ${answer.day}::date, ${row.createdAt}::timestamptz) RETURNING 1`,
      ),
      write("idempotency", idempotency.remember(201, answer)),
    ],
  );
  return outcome === "moved" ? "moved" : created(answer, `/reminders/${row.id}`);
}

const fits = (service: AnyService, actor: Actor) =>
  (service.audience === "unit") === (actor.kind === "agent");

const knowsRule = (service: AnyService, code: string) =>
  [...rulesOf(service), ...Object.values(openCaseRules)].some((rule) => rule.code === code);

/** What hasn't come yet, or came today before the hour of sending. */
async function waitingOf(hall: Hall, actor: Actor) {
  const rows = await hall.db.reminder.findMany({
    where: { ownerId: actor.id, sentAt: null, cancelledAt: null },
    orderBy: [{ day: "asc" }, { createdAt: "asc" }],
    take: MOST_WAITING,
  });
  const today: Day = hall.clock.now().toPlainDate();
  return rows.filter(({ day }) => isOnOrAfter(plainDay(day), today));
}

interface ReminderRow {
  readonly id: string;
  readonly service: string;
  readonly rule: string;
  readonly day: Date;
  readonly createdAt: Date;
}

const reminderJson = ({ id, service, rule, day, createdAt }: ReminderRow) => ({
  id,
  service,
  serviceName: serviceName(service),
  rule,
  day: plainDay(day).toString(),
  createdAt: instantText(createdAt),
});
