import {
  createStaff,
  issueStaffCredentials,
  listStaff,
  lockStaff,
  setStaffRoles,
  unlockStaff,
} from "@hall/contracts/backoffice/staff";
import { fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { isRefusal } from "../http/refusal.ts";
import { type Route, route } from "../http/route.ts";
import { issue, lock, setRoles, unlock } from "./change.ts";
import { create } from "./create.ts";
import { accountsJson } from "./present.ts";

/** Who works here, and as what (SGN-2); each change is logged and made by another than its subject. */
export const staffRoutes: readonly Route[] = [
  route(listStaff, async ({ hall, actor, query }) => {
    const cursor = fromCursor(query.cursor, "text");
    if (isRefusal(cursor)) return cursor;
    const [after] = cursor ?? [];
    const rows = await hall.db.staff.findMany({
      where: after ? { username: { gt: after } } : {},
      orderBy: { username: "asc" },
      take: query.limit + 1,
    });
    const { page, nextCursor } = pageOfRows(rows, query.limit, ({ username }) =>
      toCursor(username),
    );
    return { items: await accountsJson(hall, page, actor.id), nextCursor };
  }),
  route(createStaff, create),
  route(setStaffRoles, setRoles),
  route(lockStaff, lock),
  route(unlockStaff, unlock),
  route(issueStaffCredentials, issue),
];
