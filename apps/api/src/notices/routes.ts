import {
  changeNotice,
  draftNotice,
  listKeptNotices,
  publishNotice,
  withdrawNotice,
} from "@hall/contracts/backoffice/notices";
import { listNotices } from "@hall/contracts/notices";
import { type Route, route } from "../http/route.ts";
import { noticesPage, noticesToday } from "./read.ts";
import { change, draft, publish, withdraw } from "./write.ts";

/** What the centre tells everybody, persons or units, and how staff bring it out. */
export const noticeRoutes: readonly Route[] = [
  route(listNotices, noticesToday),
  route(listKeptNotices, noticesPage),
  route(draftNotice, draft),
  route(changeNotice, change),
  route(publishNotice, publish),
  route(withdrawNotice, withdraw),
];
