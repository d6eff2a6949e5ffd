import { p1, p1Suspended } from "./flexible.ts";
import type { Persona } from "./persona.ts";

/** The demo people and units, by the name that examples use. The seed writes the same. */
export const personas = {
  P1: p1,
  "P1-suspended": p1Suspended,
} as const satisfies Record<string, Persona>;
