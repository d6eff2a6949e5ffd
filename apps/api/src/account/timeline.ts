import type { listTimeline } from "@hall/contracts/account";
import { isAfter } from "@hall/domain/dates";
import type { z } from "zod";
import { fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { isRefusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { join, sql } from "../store/database.ts";
import { type TimelineRow, timelineEntry } from "./timeline-entry.ts";
import { type Asked, timelineSources } from "./timeline-sources.ts";

type Query = z.output<NonNullable<typeof listTimeline.query>>;

/**
 * One page of all that has happened on an account (XPL-5), in one statement: each source gives its
 * latest rows behind the page's key, by the index on whom they belong to, and the latest of those
 * are the page. How deep the page lies makes no difference.
 */
export async function timeline({ hall, actor, query }: Call<undefined, Query, undefined>) {
  const { kind, from, until, limit } = query;
  if (from && until && isAfter(from, until)) {
    return refuse("malformed", "起始日期不能晚于截止日期。", {
      errors: [{ path: "/from", message: "起始日期不能晚于截止日期" }],
    });
  }
  const cursor = fromCursor(query.cursor, "time", "number", "text");
  if (isRefusal(cursor)) return cursor;
  const [at = "", rank = "", id = ""] = cursor ?? [];
  const asked: Asked = {
    personId: actor.id,
    from: from ?? null,
    until: until ?? null,
    words: (query.q ?? "").split(/\s+/u).filter(Boolean),
    after: cursor && { at: new Date(at), rank: Math.min(Number(rank), timelineSources.length), id },
    take: limit + 1,
  };
  const parts = timelineSources
    .filter((source) => kind === undefined || source.kind === kind)
    .map((source) => source.select(asked));
  const rows = await hall.db.$queryRaw<TimelineRow[]>(sql`
    SELECT rank, id, at, data FROM (${join(parts, " UNION ALL ")}) AS entries
     ORDER BY at DESC, rank DESC, id COLLATE "C" DESC LIMIT ${limit + 1}`);
  const { page, nextCursor } = pageOfRows(rows, limit, (last) =>
    toCursor(last.at.toISOString(), String(last.rank), last.id),
  );
  return { items: page.map(timelineEntry), nextCursor };
}
