import type {
  auditEventSchema,
  exportAudit,
  searchAudit,
} from "@hall/contracts/backoffice/insight";
import { addDays, type Day } from "@hall/domain/dates";
import { maskName } from "@hall/domain/masks";
import { z } from "zod";
import { writeAudit } from "../audit/audit.ts";
import { detailInWords } from "../audit/detail-words.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { isRefusal } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import type { Prisma } from "../store/database.ts";
import { fromCursor, pageOfRows, toCursor } from "./cursor.ts";

const detailSchema = z.record(z.string(), z.unknown());

type Query = z.output<NonNullable<typeof searchAudit.query>>;
type Filters = z.output<NonNullable<typeof exportAudit.query>>;
type AuditEventJson = z.output<typeof auditEventSchema>;
type AuditRow = Awaited<ReturnType<Hall["db"]["auditEvent"]["findMany"]>>[number];

/** What was logged (AUD-1), the newest first. Searching is logged too, without what was sought. */
export async function auditSearch({
  hall,
  actor,
  query,
  address,
}: Call<undefined, Query, undefined>) {
  const cursor = fromCursor(query.cursor, "number");
  if (isRefusal(cursor)) return cursor;
  const where = await whereOf(hall, query);
  const behind = cursor?.[0] ? { id: { lt: BigInt(cursor[0]) } } : {};
  const rows = where
    ? await hall.db.auditEvent.findMany({
        where: { AND: [where, behind] },
        orderBy: { id: "desc" },
        take: query.limit + 1,
      })
    : [];
  const { page, nextCursor } = pageOfRows(rows, query.limit, ({ id }) => toCursor(String(id)));
  const items = await presentEvents(hall, page);
  await writeAudit(hall, { actor, action: "audit.look", detail: { shown: page.length }, address });
  return { items, nextCursor };
}

/** Events as those who watch over the others read them: in words, with names masked. */
export async function presentEvents(
  hall: Hall,
  events: readonly AuditRow[],
): Promise<AuditEventJson[]> {
  const [labels, links] = await Promise.all([
    labelsOf(
      hall,
      events.flatMap(({ actorId, subjectId }) => [actorId, subjectId]),
    ),
    hall.db.auditLink.findMany({
      where: { eventId: { in: events.map(({ id }) => id) } },
      select: { eventId: true, position: true },
    }),
  ]);
  const positions = new Map(links.map(({ eventId, position }) => [eventId, String(position)]));
  const labelOf = (id: string | null) => (id === null ? null : (labels.get(id) ?? id));
  return events.map((event) => ({
    id: String(event.id),
    at: instantText(event.at),
    actorKind: event.actorKind,
    actor: labelOf(event.actorId),
    action: event.action,
    subject: labelOf(event.subjectId),
    reference: event.reference,
    details: [...detailInWords(detailSchema.parse(event.detail))],
    address: event.address,
    position: positions.get(event.id) ?? null,
  }));
}

/** Null where the person or unit that is sought isn't there: nothing can be about them. */
export async function whereOf(
  hall: Hall,
  query: Filters,
): Promise<Prisma.AuditEventWhereInput | null> {
  const actorIds = query.actor ? await idsNamed(hall, query.actor) : null;
  const subjectIds = query.subject ? await idsNamed(hall, query.subject) : null;
  if (actorIds?.length === 0 || subjectIds?.length === 0) return null;
  const startOf = (day: Day) => new Date(day.toZonedDateTime("Asia/Shanghai").epochMilliseconds);
  return {
    ...(query.action ? { action: query.action } : {}),
    ...(actorIds ? { actorId: { in: actorIds } } : {}),
    ...(subjectIds ? { subjectId: { in: subjectIds } } : {}),
    ...(query.reference ? { reference: query.reference } : {}),
    ...(query.from || query.to
      ? {
          at: {
            ...(query.from ? { gte: startOf(query.from) } : {}),
            ...(query.to ? { lt: startOf(addDays(query.to, 1)) } : {}),
          },
        }
      : {}),
  };
}

async function idsNamed({ db }: Hall, name: string): Promise<string[]> {
  const select = { id: true } as const;
  const [person, unit, staff] = await Promise.all([
    db.person.findUnique({ where: { personalNumber: name.toUpperCase() }, select }),
    db.unit.findUnique({ where: { code: name.toUpperCase() }, select }),
    db.staff.findUnique({ where: { username: name.toLowerCase() }, select }),
  ]);
  const agents = unit ? await db.agent.findMany({ where: { unitId: unit.id }, select }) : [];
  return [person, unit, staff, ...agents].flatMap((found) => (found ? [found.id] : []));
}

/** Who is meant by an id: staff by user name, people by number and masked name, units by name. */
async function labelsOf({ db }: Hall, ids: readonly (string | null)[]) {
  const known = [...new Set(ids)].flatMap((id) => (id !== null && UUID.test(id) ? [id] : []));
  const where = { id: { in: known } };
  const [people, units, agents, staff] = await Promise.all([
    db.person.findMany({ where, select: { id: true, name: true, personalNumber: true } }),
    db.unit.findMany({ where, select: { id: true, name: true } }),
    db.agent.findMany({ where, select: { id: true, name: true } }),
    db.staff.findMany({ where, select: { id: true, username: true } }),
  ]);
  return new Map([
    ...people.map(
      ({ id, name, personalNumber }) => [id, `${personalNumber} ${maskName(name)}`] as const,
    ),
    ...units.map(({ id, name }) => [id, name] as const),
    ...agents.map(({ id, name }) => [id, maskName(name)] as const),
    ...staff.map(({ id, username }) => [id, username] as const),
  ]);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
