import type { LookJson, listLooks } from "@hall/contracts/account";
import { serviceName } from "@hall/domain/services";
import type { z } from "zod";
import { fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { instantText } from "../clock.ts";
import { isRefusal } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { empty, sql } from "../store/database.ts";
import { lookWords, roleWords } from "./look-words.ts";

type Query = z.output<NonNullable<typeof listLooks.query>>;

interface LookRow {
  readonly id: bigint;
  readonly at: Date;
  readonly action: string;
  readonly roles: string | null;
  readonly case_number: string | null;
  readonly service: string | null;
  readonly window_number: string | null;
  readonly matter: string | null;
}

/**
 * What staff did with this person's record (XPL-8, AUD-3), from the audit log itself. A paper is
 * told by its case. Who did it is told by role; a name would only invite being waited for.
 */
export async function looks({ hall, actor, query }: Call<undefined, Query, undefined>) {
  const cursor = fromCursor(query.cursor, "number");
  if (isRefusal(cursor)) return cursor;
  const behind = cursor?.[0] ? sql`AND e.id < ${cursor[0]}::bigint` : empty;
  const rows = await hall.db.$queryRaw<LookRow[]>(sql`
    SELECT e.id, e.at, e.action, e.detail ->> 'heldRoles' AS roles, a.number AS case_number, a.service,
           c.number AS window_number, c.matter
      FROM (SELECT id, at, action, detail, reference FROM audit_event e
             WHERE e.subject_id = ${actor.id}::uuid AND e.actor_kind = 'staff' ${behind}
             ORDER BY e.id DESC LIMIT ${query.limit + 1}) AS e
      LEFT JOIN document d ON d.number = e.reference AND d.subject_id = ${actor.id}::uuid
      LEFT JOIN application a ON a.number = coalesce(d.application_number, e.reference)
                             AND a.subject_id = ${actor.id}::uuid
      LEFT JOIN counter_case c ON c.number = e.reference AND c.person_id = ${actor.id}::uuid
     ORDER BY e.id DESC`);
  const { page, nextCursor } = pageOfRows(rows, query.limit, ({ id }) => toCursor(String(id)));
  return { items: page.map(lookJson), nextCursor };
}

const lookJson = (row: LookRow): LookJson => ({
  id: String(row.id),
  at: instantText(row.at),
  role: roleWords(row.roles),
  what: lookWords(row.action),
  caseNumber: row.case_number ?? row.window_number,
  matter: row.service ? serviceName(row.service) : row.matter,
  isOnline: row.case_number !== null,
});
