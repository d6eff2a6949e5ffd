import type { listPoorRatings, PoorRating } from "@hall/contracts/backoffice/ratings";
import { maskName } from "@hall/domain/masks";
import { serviceName } from "@hall/domain/services";
import type { z } from "zod";
import { auditEachPart, auditPart } from "../audit/audit.ts";
import { fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { type StaffMember, staffOf } from "../backoffice/staff.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { isRefusal } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { commit, write } from "../store/commit.ts";
import { empty, type Sql, sql } from "../store/database.ts";

type Query = z.output<NonNullable<typeof listPoorRatings.query>>;

/** A follow-up with its rating, its case, and who decided that. */
export interface FollowUpRow {
  readonly number: string;
  readonly service: string;
  readonly subject_id: string;
  readonly filed_by: string;
  readonly version: number;
  /** As the case keeps it: only for where its messages go. */
  readonly record: Uint8Array<ArrayBuffer>;
  readonly applicant: string;
  readonly stars: number;
  readonly words: string | null;
  readonly opened_at: Date;
  readonly answer: string | null;
  readonly answered_by: string | null;
  readonly answered_at: Date | null;
  readonly deciders: readonly string[];
}

/** Rows of `rating_follow_up` that a condition on `f` picks. */
export const followUps = (where: Sql): Sql => sql`
  SELECT a.number, a.service, a.subject_id, a.filed_by, a.version, a.record, a.filed_by_name AS applicant,
         r.stars, r.words, f.opened_at, f.answer, s.name AS answered_by, f.answered_at,
         ARRAY(SELECT d.staff_id::text FROM decision d WHERE d.application_number = a.number)
           AS deciders
    FROM rating_follow_up f
    JOIN application a ON a.number = f.application_number
    JOIN rating r ON r.application_number = f.application_number
    LEFT JOIN staff s ON s.id = f.answered_by
   WHERE ${where}`;

/** Open ones as they came; answered ones with the latest answer first. */
export async function poorRatings({
  hall,
  actor,
  query: { show, limit, cursor: text },
  address,
}: Call<undefined, Query, undefined>) {
  const cursor = fromCursor(text, "time", "text");
  if (isRefusal(cursor)) return cursor;
  const [at = "", number = ""] = cursor ?? [];
  const key = cursor && sql`(${new Date(at)}::timestamptz, ${number}::text)`;
  const rows = await hall.db.$queryRaw<FollowUpRow[]>(
    show === "open"
      ? sql`${followUps(sql`f.answered_at IS NULL`)}
            ${key ? sql`AND (f.opened_at, f.application_number) > ${key}` : empty}
            ORDER BY f.opened_at, f.application_number LIMIT ${limit + 1}`
      : sql`${followUps(sql`f.answered_at IS NOT NULL`)}
            ${key ? sql`AND (f.answered_at, f.application_number) < ${key}` : empty}
            ORDER BY f.answered_at DESC, f.application_number DESC LIMIT ${limit + 1}`,
  );
  const { page, nextCursor } = pageOfRows(rows, limit, (last) =>
    toCursor((last.answered_at ?? last.opened_at).toISOString(), last.number),
  );
  await logLooks(hall, { actor, address, at: hall.clock.instant() }, page);
  const staff = await staffOf(hall, actor);
  return { items: page.map((row) => ratingJson(row, staff)), nextCursor };
}

/** What somebody wrote of their case is about them: each learns that it was read. */
async function logLooks(
  { db }: Hall,
  about: Pick<Parameters<typeof auditPart>[0], "actor" | "address" | "at">,
  page: readonly FollowUpRow[],
): Promise<void> {
  const event = { ...about, action: "rating.look" } as const;
  const numbers = page.map((row) => row.number);
  await commit(
    db,
    [auditPart({ ...event, detail: { shown: page.length } })],
    [
      write(
        "each",
        auditEachPart(event, {
          reference: sql`a.number`,
          subjectId: sql`a.subject_id`,
          from: sql`application a WHERE a.number = ANY(${numbers}::text[])`,
        }),
      ),
    ],
  );
}

export const ratingJson = (row: FollowUpRow, staff: StaffMember): PoorRating => ({
  number: row.number,
  serviceName: serviceName(row.service),
  maskedApplicant: maskName(row.applicant),
  stars: row.stars,
  words: row.words,
  ratedAt: instantText(row.opened_at),
  answer: row.answer,
  answeredBy: row.answered_by,
  answeredAt: row.answered_at && instantText(row.answered_at),
  hindrance: hindranceOf(row, staff),
});

/** Nobody answers for what they decided themselves, nor their own rating (SGN-2). */
export function hindranceOf(
  { subject_id, deciders }: Pick<FollowUpRow, "subject_id" | "deciders">,
  staff: StaffMember,
): string | null {
  if (staff.personId !== null && staff.personId === subject_id) {
    return "这是您本人的评价，须由其他人员回访。";
  }
  return deciders.includes(staff.id) ? "这件是您审核的，须由其他人员回访。" : null;
}
