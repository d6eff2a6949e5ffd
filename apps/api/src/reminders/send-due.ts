import type { MessageTemplate } from "@hall/domain/effects";
import { writeMessage } from "@hall/domain/messages";
import { findService } from "../cases/services.ts";
import { judgeStanding, readSituation } from "../cases/situation.ts";
import type { Hall } from "../hall.ts";
import { letterParts, onlyLetter } from "../messages/message-parts.ts";
import { commit } from "../store/commit.ts";
import { asDate, type Prisma, sql } from "../store/database.ts";

/** Nobody is woken by a reminder: from this hour on, Shanghai time. */
const FIRST_HOUR = 8;
/** Read at once; the rest is read after them. */
const AT_ONCE = 200;

type Reminder = Prisma.ReminderGetPayload<Record<string, never>>;

/**
 * Sends what was asked for today or for a day on which nothing ran (XPL-2). What is told is how
 * things stand this morning: that it is open, or what is still in the way. Run again it sends
 * nothing: the reminder is marked by the statement that writes its messages.
 */
export async function sendDueReminders(hall: Hall): Promise<number> {
  const now = hall.clock.now();
  if (now.hour < FIRST_HOUR) return 0;
  const where = { day: { lte: asDate(now.toPlainDate()) }, sentAt: null, cancelledAt: null };
  let sent = 0;
  for (let last = ""; ; ) {
    const due = await hall.db.reminder.findMany({
      where: { ...where, ...(last ? { id: { gt: last } } : {}) },
      orderBy: { id: "asc" },
      take: AT_ONCE,
    });
    for (const reminder of due) if (await send(hall, reminder)) sent += 1;
    last = due.at(-1)?.id ?? "";
    if (due.length < AT_ONCE) return sent;
  }
}

async function send(hall: Hall, reminder: Reminder): Promise<boolean> {
  const told = await tellingOf(hall, reminder);
  if (!told) return false;
  const { id, subjectId, ownerId: agentId } = reminder;
  const at = hall.clock.instant();
  const subject = { kind: told.audience, id: subjectId };
  const outcome = await commit(
    hall.db,
    [
      sql`UPDATE reminder SET sent_at = ${at}::timestamptz
           WHERE id = ${id}::uuid AND sent_at IS NULL AND cancelled_at IS NULL RETURNING 1`,
    ],
    letterParts(
      { id: `reminder:${id}`, subject, agentId, applicationNumber: null, at, ...told.text },
      onlyLetter,
    ),
  );
  return outcome === "committed";
}

/** What is said this morning; null where the service is gone. */
async function tellingOf(hall: Hall, { service: code, subjectId }: Reminder) {
  const service = findService(code);
  const read = service && (await readSituation(hall, service, subjectId));
  if (!service || !read) return null;
  const hindrance = judgeStanding(service, read).findings.find(
    ({ outcome }) => outcome !== "holds",
  );
  const template: MessageTemplate = hindrance ? "reminder-not-yet" : "reminder-open";
  const values = { service: service.name, reason: hindrance?.message ?? "" };
  return { audience: service.audience, text: writeMessage(template, values) };
}
