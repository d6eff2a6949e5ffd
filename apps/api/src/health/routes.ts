import { type Express, Router } from "express";
import type { Hall } from "../hall.ts";

/** A balancer asks every few seconds: what comes later counts as no. */
const READY_WITHIN_MS = 2_000;

/** For whoever runs the hall: alive at all, and able to answer. */
export function mountHealth(app: Express, hall: Hall): void {
  const health = Router();
  health.get("/live", (_request, response) => {
    response.json({ status: "ok" });
  });
  health.get("/ready", async (_request, response) => {
    const isThere = await answersInTime(hall);
    response.status(isThere ? 200 : 503);
    response.json({ status: isThere ? "ok" : "database away" });
  });
  app.use("/health", health);
}

async function answersInTime({ db }: Hall): Promise<boolean> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    late = setTimeout(() => resolve(false), READY_WITHIN_MS);
  });
  const answer = db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(late));
}
