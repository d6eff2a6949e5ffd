import {
  exportAccount,
  getAccountAsOf,
  getAccountCourse,
  listLooks,
  listTimeline,
} from "@hall/contracts/account";
import { type Route, route } from "../http/route.ts";
import { asOf } from "./as-of.ts";
import { course } from "./course.ts";
import { exportAll } from "./export/export.ts";
import { looks } from "./looks.ts";
import { timeline } from "./timeline.ts";

/** What belongs to a person's own account, beyond the services. */
export const accountRoutes: readonly Route[] = [
  route(listTimeline, timeline),
  route(getAccountAsOf, asOf),
  route(getAccountCourse, course),
  route(listLooks, looks),
  route(exportAccount, exportAll),
];
