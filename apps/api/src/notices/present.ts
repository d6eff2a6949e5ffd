import type { KeptNoticeJson } from "@hall/contracts/backoffice/notices";
import type { NoticeJson } from "@hall/contracts/notices";
import { type Day, isAfter, isBefore } from "@hall/domain/dates";
import { instantText } from "../clock.ts";
import { plainDay } from "../policy-shelf.ts";
import type { Prisma } from "../store/database.ts";

export type NoticeRow = Prisma.NoticeGetPayload<object>;

export const noticeJson = (row: NoticeRow): NoticeJson => ({
  id: row.id,
  title: row.title,
  body: row.body,
  audience: row.audience as NoticeJson["audience"],
  from: plainDay(row.fromDay).toString(),
  until: plainDay(row.untilDay).toString(),
});

/** @param names of staff by their id */
export function keptNoticeJson(
  row: NoticeRow,
  today: Day,
  names: ReadonlyMap<string, string>,
): KeptNoticeJson {
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null);
  return {
    ...noticeJson(row),
    state: stateOn(row, today),
    draftedBy: nameOf(row.draftedBy) ?? "",
    draftedAt: instantText(row.draftedAt),
    publishedBy: nameOf(row.publishedBy),
    publishedAt: row.publishedAt && instantText(row.publishedAt),
    withdrawnBy: nameOf(row.withdrawnBy),
    withdrawnAt: row.withdrawnAt && instantText(row.withdrawnAt),
    version: row.version,
  };
}

function stateOn(row: NoticeRow, today: Day): KeptNoticeJson["state"] {
  if (row.withdrawnAt) return "withdrawn";
  if (!row.publishedAt) return "draft";
  if (isAfter(plainDay(row.fromDay), today)) return "coming";
  return isBefore(plainDay(row.untilDay), today) ? "over" : "shown";
}
