import type { Alarm } from "@hall/contracts/backoffice/insight";
import { neededCalendarYears } from "@hall/domain/calendar-years";
import { addDays, type Day, formatDay } from "@hall/domain/dates";
import { supplementUntil } from "../cases/supplement-limit.ts";
import { statementOf } from "../finance/daily-statement.ts";
import { accountStop, accountsOf } from "../finance/payout.ts";
import type { Hall } from "../hall.ts";
import { asDate, type Prisma, sql } from "../store/database.ts";

/** References that an alarm names; it counts all. */
const NAMED = 50;

/** What somebody has to see to. Nothing here decides anything by itself. */
export async function alarmsOf(hall: Hall): Promise<readonly Alarm[]> {
  const today = hall.clock.now().toPlainDate();
  const found = await Promise.all([
    calendarAlarms(hall, today),
    overdueAlarm(hall, today),
    humanReviewAlarm(hall, today),
    supplementAlarm(hall, today),
    messageAlarm(hall),
    paymentAlarms(hall),
    ledgerAlarm(hall, today),
    ratingAlarm(hall),
  ]);
  return found.flat();
}

function alarm(
  kind: Alarm["kind"],
  severity: Alarm["severity"],
  references: readonly string[],
  message: (count: number) => string,
): readonly Alarm[] {
  if (references.length === 0) return [];
  const count = references.length;
  return [
    { kind, severity, references: references.slice(0, NAMED), count, message: message(count) },
  ];
}

/** A year that is needed and wasn't released, and the cases that have no due date for it (WKD-1). */
async function calendarAlarms(hall: Hall, today: Day): Promise<readonly Alarm[]> {
  const { calendar } = await hall.policy.at();
  const missing = neededCalendarYears(today)
    .filter((year) => !calendar.knows(year))
    .map(String);
  const undated = await hall.db.application.findMany({
    where: { dueOn: null, state: { in: ["submitted", "in-review", "more-needed"] } },
    select: { number: true },
    orderBy: { submittedAt: "asc" },
    take: 1_000,
  });
  return [
    ...alarm(
      "calendar-missing",
      "serious",
      missing,
      () => `${missing.join("、")}年的工作日历还没有发布。`,
    ),
    ...alarm(
      "calendar-missing",
      "serious",
      undated.map(({ number }) => number),
      (count) => `${count}件办件因缺少工作日历没有办结日期，日历发布后自动补算。`,
    ),
  ];
}

/** Cases past their due date whose clock runs. */
export const overdueCases = (today: Day): Prisma.ApplicationWhereInput => ({
  dueOn: { lt: asDate(today) },
  pausedOn: null,
  state: { in: ["submitted", "in-review", "waiting-outside", "waiting-counter"] },
});

async function overdueAlarm(hall: Hall, today: Day): Promise<readonly Alarm[]> {
  const rows = await hall.db.application.findMany({
    where: overdueCases(today),
    select: { number: true },
    orderBy: { dueOn: "asc" },
    take: 1_000,
  });
  const numbers = rows.map(({ number }) => number);
  return alarm("case-overdue", "serious", numbers, (count) => `${count}件办件超过办结日期。`);
}

/** Refusals by machine that wait for a human beyond their day (XPL-13). */
async function humanReviewAlarm(hall: Hall, today: Day): Promise<readonly Alarm[]> {
  const rows = await hall.db.humanReview.findMany({
    where: { state: "waiting", dueOn: { lt: asDate(today) } },
    select: { number: true },
    orderBy: { dueOn: "asc" },
    take: 1_000,
  });
  const numbers = rows.map(({ number }) => number);
  return alarm(
    "human-review-overdue",
    "serious",
    numbers,
    (count) => `${count}件人工复核超过答复日期。`,
  );
}

/** Supplements whose last day is near or past; the daily job ends those that are past. */
async function supplementAlarm(hall: Hall, today: Day): Promise<readonly Alarm[]> {
  const { book } = await hall.policy.at();
  const ahead = addDays(today, book.on("case.supplementReminderDays", today));
  const asked = await hall.db.$queryRaw<{ number: string; at: Date }[]>(sql`
    SELECT a.number, max(d.at) AS at
      FROM application a JOIN decision d ON d.application_number = a.number AND d.kind = 'ask'
     WHERE a.state = 'more-needed' GROUP BY a.number ORDER BY 2 LIMIT 1000`);
  const near = asked.filter(({ at }) => supplementUntil(book, at).toString() <= ahead.toString());
  const numbers = near.map(({ number }) => number);
  return alarm(
    "supplement-due",
    "warning",
    numbers,
    (count) => `${count}件办件的补正在${formatDay(ahead)}前到期，逾期失效。`,
  );
}

async function messageAlarm({ db }: Hall): Promise<readonly Alarm[]> {
  const rows = await db.message.findMany({
    where: { state: "queued", attempts: { gt: 0 } },
    select: { id: true },
    orderBy: { createdAt: "asc" },
    take: 1_000,
  });
  const ids = rows.map(({ id }) => id);
  return alarm("message-failing", "warning", ids, (count) => `${count}条消息没有发出，正在重试。`);
}

async function paymentAlarms(hall: Hall): Promise<readonly Alarm[]> {
  const [waiting, returned] = await Promise.all([
    hall.db.paymentOrder.findMany({
      where: { state: "waiting" },
      select: { id: true, personId: true, payee: true },
      orderBy: { createdAt: "asc" },
      take: 1_000,
    }),
    hall.db.$queryRaw<{ id: string }[]>(sql`
      SELECT id FROM payment_order o
       WHERE state = 'returned'
         AND EXISTS (SELECT FROM application a
                      WHERE a.number = o.application_number AND a.state = 'approved')
         AND NOT EXISTS (SELECT FROM payment_order n
                          WHERE n.application_number = o.application_number
                            AND n.purpose = o.purpose AND n.attempt > o.attempt)
       ORDER BY settled_at LIMIT 1000`),
  ]);
  const accounts = await accountsOf(
    hall,
    waiting.map(({ personId }) => personId),
  );
  const stopped = waiting.filter((order) => accountStop(order, accounts) !== null);
  const idsOf = (orders: readonly { readonly id: string }[]) => orders.map(({ id }) => id);
  return [
    ...alarm(
      "payment-stopped",
      "warning",
      idsOf(stopped),
      (count) => `${count}笔付款因收款账户没有核验或没有登记而暂停。`,
    ),
    ...alarm(
      "payment-returned",
      "serious",
      idsOf(returned),
      (count) => `${count}笔付款被银行退回，还没有重新付款或撤销通过。`,
    ),
  ];
}

/** Poor ratings that nobody has followed up yet (APP-9). */
async function ratingAlarm({ db }: Hall): Promise<readonly Alarm[]> {
  const rows = await db.ratingFollowUp.findMany({
    where: { answeredAt: null },
    select: { applicationNumber: true },
    orderBy: { openedAt: "asc" },
    take: 1_000,
  });
  const numbers = rows.map(({ applicationNumber }) => applicationNumber);
  return alarm("rating-poor", "warning", numbers, (count) => `${count}条差评还没有回访。`);
}

async function ledgerAlarm(hall: Hall, today: Day): Promise<readonly Alarm[]> {
  const { differences } = await statementOf(hall, today.toString());
  const references = differences.map(({ reference }) => reference);
  return alarm(
    "ledger",
    "serious",
    references,
    (count) => `总账与付款有${count}处不符，请看日报。`,
  );
}
