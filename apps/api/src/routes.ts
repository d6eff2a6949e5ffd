import { caseRoutes } from "./cases/routes.ts";
import { familyRoutes } from "./cases/family-routes.ts";
import type { Route } from "./http/route.ts";

/** Everything under /api/v1. */
export const routes: readonly Route[] = [...familyRoutes, ...caseRoutes];
