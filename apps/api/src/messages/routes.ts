import { listMessages, readMessage } from "@hall/contracts/messages";
import { subjectOf } from "../http/actor.ts";
import { refuse } from "../http/refusal.ts";
import { type Route, route } from "../http/route.ts";

/** The inbox. */
export const messageRoutes: readonly Route[] = [
  route(listMessages, async ({ hall, actor, query: { limit, cursor } }) => {
    const mine = { subjectId: subjectOf(actor), channel: "inbox" };
    const [unread, rows] = await Promise.all([
      hall.db.message.count({ where: { ...mine, readAt: null } }),
      hall.db.message.findMany({
        where: mine,
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
      }),
    ]);
    const page = rows.slice(0, limit);
    return {
      unread,
      items: page.map(({ id, title, body, applicationNumber, createdAt, readAt }) => ({
        id,
        title,
        body,
        applicationNumber,
        createdAt,
        read: readAt !== null,
      })),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  }),
  route(readMessage, async ({ hall, actor, params }) => {
    const { count } = await hall.db.message.updateMany({
      where: { id: params.id, subjectId: subjectOf(actor), channel: "inbox" },
      data: { readAt: hall.clock.instant() },
    });
    return count === 0 ? refuse("not-found") : undefined;
  }),
];
