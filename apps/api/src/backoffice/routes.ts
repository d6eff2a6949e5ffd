import { financeRoutes } from "../finance/routes.ts";
import type { Route } from "../http/route.ts";
import { policyRoutes } from "../policy/routes.ts";
import { awaitedRoutes } from "./awaited-routes.ts";
import { officeRoutes } from "./office-routes.ts";
import { reviewRoutes } from "./review-routes.ts";

/** Everything under /backoffice but the tax side's feedback, which lies with the students. */
export const backofficeRoutes: readonly Route[] = [
  ...reviewRoutes,
  ...awaitedRoutes,
  ...financeRoutes,
  ...policyRoutes,
  ...officeRoutes,
];
