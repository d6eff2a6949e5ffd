import { readFileSync } from "node:fs";
import { required } from "./hall.ts";

/** Every demo person, unit and member of staff signs in with it. */
export const DEMO_PASSWORD = "Demo-2026!";

export type StaffName =
  | "reviewer1"
  | "reviewer2"
  | "finance1"
  | "finance2"
  | "counter1"
  | "policy1"
  | "policy2"
  | "admin1"
  | "auditor1";

/** The secret of a member of staff's one-time codes, as the seed wrote it down. Throws if absent. */
export function secretOf(name: StaffName): string {
  const text = readFileSync(required("HALL_DEMO_PEOPLE_FILE"), "utf8");
  const secret = new RegExp(`^\\s*${name}\\s.*\\s([A-Z2-7]{16,})\\s*$`, "m").exec(text)?.[1];
  if (!secret) throw new Error(`${name} is not among the demo people`);
  return secret;
}

/** The demo's certificate file of a unit. */
export const certificateOf = (unitCode: string): string =>
  `${required("HALL_DATA_DIR")}/${unitCode}.p12`;
