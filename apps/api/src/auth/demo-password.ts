import type { Hall } from "../hall.ts";
import { DEMO_PASSWORD } from "../seed/password.ts";

/** In earnest the demo's password opens nothing, whatever the database holds. */
export const isBarredHere = (hall: Hall, password: string): boolean =>
  hall.config.NODE_ENV === "production" && password === DEMO_PASSWORD;
