import type { Hall } from "../hall.ts";

/** The password of every demo person and unit, known to all. */
export const DEMO_PASSWORD = "Demo-2026!";

/** In earnest the demo's password opens nothing, whatever the database holds. */
export const isBarredHere = (hall: Hall, password: string): boolean =>
  hall.config.NODE_ENV === "production" && password === DEMO_PASSWORD;
