import express, { type Express, Router } from "express";
import { Registry } from "prom-client";
import type { Hall } from "./hall.ts";
import { mountHealth } from "./health/routes.ts";
import { openCrowd } from "./http/crowd.ts";
import { fallback, mount, type Route } from "./http/route.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { serveStatic } from "./http/static.ts";
import { requestMetrics } from "./metrics/request-metrics.ts";
import { mountOpenApi } from "./openapi/mount.ts";
import { routes } from "./routes.ts";

/** The whole HTTP side: REST under /api/v1, and the two SPAs beside it. */
export function makeApp(
  hall: Hall,
  register = new Registry(),
  mounted: readonly Route[] = routes,
): Express {
  const app = express();
  app.disable("x-powered-by");
  // Nothing that the API answers is stored: a tag to compare it by would be worked out for nobody.
  app.disable("etag");
  app.set("query parser", "simple");
  app.set("trust proxy", "loopback");
  app.use(requestMetrics(register));
  app.use(...securityHeaders(hall.config.HALL_PUBLIC_URL));
  const crowd = openCrowd();
  app.use("/api/v1", crowd.turnAway);
  const api = Router();
  api.use((_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  api.use(express.json({ limit: "2mb", strict: true }));
  api.use(crowd.count);
  mount(api, hall, mounted);
  const last = fallback(hall);
  api.use(last.notFound);
  mountHealth(app, hall);
  mountOpenApi(app);
  app.use("/api/v1", api);
  if (hall.config.HALL_STATIC_DIR) serveStatic(app, hall.config.HALL_STATIC_DIR);
  app.use(last.notFound);
  app.use(last.failed);
  return app;
}
