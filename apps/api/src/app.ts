import express, { type Express, Router } from "express";
import helmet from "helmet";
import { Registry } from "prom-client";
import type { Hall } from "./hall.ts";
import { mountHealth } from "./health/routes.ts";
import { fallback, mount } from "./http/route.ts";
import { serveStatic } from "./http/static.ts";
import { requestMetrics } from "./metrics/request-metrics.ts";
import { mountOpenApi } from "./openapi/mount.ts";
import { routes } from "./routes.ts";

/** The whole HTTP side: REST under /api/v1, and the two SPAs beside it. */
export function makeApp(hall: Hall, register = new Registry()): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.set("trust proxy", "loopback");
  app.use(requestMetrics(register));
  app.use(helmet(headers));
  const api = Router();
  api.use((_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  api.use(express.json({ limit: "2mb", strict: true }));
  mount(api, hall, routes);
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

/** No foreign sources at all; styles that React sets on elements are the one thing inline. */
const headers: Parameters<typeof helmet>[0] = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", "data:", "blob:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameSrc: ["'self'", "blob:"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
  },
  referrerPolicy: { policy: "same-origin" },
};
