import { accountRoutes } from "./account/routes.ts";
import { authRoutes } from "./auth/routes.ts";
import { backofficeRoutes } from "./backoffice/routes.ts";
import { familyRoutes } from "./cases/family-routes.ts";
import { caseRoutes } from "./cases/routes.ts";
import { counterRoutes } from "./counter/routes.ts";
import { documentRoutes } from "./documents/routes.ts";
import { draftRoutes } from "./drafts/routes.ts";
import { fileRoutes } from "./files/routes.ts";
import type { Route } from "./http/route.ts";
import { humanReviewRoutes } from "./human-reviews/routes.ts";
import { listRoutes } from "./lists/routes.ts";
import { messageRoutes } from "./messages/routes.ts";
import { noticeRoutes } from "./notices/routes.ts";
import { ratingRoutes } from "./ratings/routes.ts";
import { reminderRoutes } from "./reminders/routes.ts";
import { ruleRoutes } from "./rules/routes.ts";
import { staffRoutes } from "./staff/routes.ts";
import { studentQueryRoutes } from "./students/query-routes.ts";
import { studentRoutes } from "./students/routes.ts";
import { unitRoutes } from "./units/routes.ts";

/** Everything under /api/v1. */
export const routes: readonly Route[] = [
  ...authRoutes,
  ...familyRoutes,
  ...caseRoutes,
  ...listRoutes,
  ...studentRoutes,
  ...studentQueryRoutes,
  ...accountRoutes,
  ...documentRoutes,
  ...fileRoutes,
  ...messageRoutes,
  ...noticeRoutes,
  ...draftRoutes,
  ...reminderRoutes,
  ...humanReviewRoutes,
  ...ruleRoutes,
  ...backofficeRoutes,
  ...counterRoutes,
  ...unitRoutes,
  ...staffRoutes,
  ...ratingRoutes,
];
