import { type Express, Router } from "express";
import type { Hall } from "../hall.ts";

/** For whoever runs the hall: alive at all, and able to answer. */
export function mountHealth(app: Express, hall: Hall): void {
  const health = Router();
  health.get("/live", (_request, response) => {
    response.json({ status: "ok" });
  });
  health.get("/ready", async (_request, response) => {
    try {
      await hall.db.$queryRaw`SELECT 1`;
      response.json({ status: "ok" });
    } catch {
      response.status(503).json({ status: "database away" });
    }
  });
  app.use("/health", health);
}
