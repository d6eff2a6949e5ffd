import { caseRoutes } from "./cases/routes.ts";
import { familyRoutes } from "./cases/family-routes.ts";
import { documentRoutes } from "./documents/routes.ts";
import type { Route } from "./http/route.ts";
import { messageRoutes } from "./messages/routes.ts";

/** Everything under /api/v1. */
export const routes: readonly Route[] = [
  ...familyRoutes,
  ...caseRoutes,
  ...documentRoutes,
  ...messageRoutes,
];
