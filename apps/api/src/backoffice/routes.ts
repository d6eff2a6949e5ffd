import type { Route } from "../http/route.ts";
import { reviewRoutes } from "./review-routes.ts";

/** Everything under /backoffice but lists' feedback, which lies with the lists. */
export const backofficeRoutes: readonly Route[] = [...reviewRoutes];
