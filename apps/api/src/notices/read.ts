import type { listKeptNotices } from "@hall/contracts/backoffice/notices";
import type { z } from "zod";
import { fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { staffNames } from "../backoffice/staff.ts";
import type { Actor } from "../http/actor.ts";
import { isRefusal } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { asDate } from "../store/database.ts";
import { keptNoticeJson, noticeJson } from "./present.ts";

/** More than so many at once nobody reads. */
const MOST_SHOWN = 20;

/** What the centre tells today: all of it that is for whoever asks. */
export async function noticesToday({ hall, actor }: Call<undefined, undefined, undefined>) {
  const today = asDate(hall.clock.now().toPlainDate());
  const rows = await hall.db.notice.findMany({
    where: {
      publishedAt: { not: null },
      withdrawnAt: null,
      fromDay: { lte: today },
      untilDay: { gte: today },
      audience: { in: audiencesOf(actor) },
    },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
  });
  return { items: rows.map(noticeJson) };
}

function audiencesOf(actor: Actor | null): string[] {
  switch (actor?.kind) {
    case "person":
      return ["all", "person"];
    case "agent":
      return ["all", "unit"];
    default:
      return ["all"];
  }
}

type ListCall = Call<undefined, z.output<NonNullable<typeof listKeptNotices.query>>, undefined>;

export async function noticesPage({ hall, query }: ListCall) {
  const cursor = fromCursor(query.cursor, "time", "text");
  if (isRefusal(cursor)) return cursor;
  const [time, id] = cursor ?? [];
  const rows = await hall.db.notice.findMany({
    where:
      time === undefined || id === undefined
        ? {}
        : {
            OR: [
              { draftedAt: { lt: new Date(time) } },
              { draftedAt: new Date(time), id: { lt: id } },
            ],
          },
    orderBy: [{ draftedAt: "desc" }, { id: "desc" }],
    take: query.limit + 1,
  });
  const { page, nextCursor } = pageOfRows(rows, query.limit, (last) =>
    toCursor(last.draftedAt.toISOString(), last.id),
  );
  const names = await staffNames(
    hall,
    page.flatMap(({ draftedBy, publishedBy, withdrawnBy }) => [
      draftedBy,
      publishedBy,
      withdrawnBy,
    ]),
  );
  const today = hall.clock.now().toPlainDate();
  return { items: page.map((row) => keptNoticeJson(row, today, names)), nextCursor };
}
