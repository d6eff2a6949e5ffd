import { setTimeout as sleep } from "node:timers/promises";
import { generate } from "otplib";
import type { HallDatabase } from "./hall-database.ts";
import { type StaffName, secretOf } from "./people.ts";

const STEP_SECONDS = 30;

/**
 * A one-time code that hasn't been used. Codes work once and only upwards, and the hall takes the
 * next step's already: a second sign-in within thirty seconds uses that, a third waits.
 */
export async function freshCode(database: HallDatabase, name: StaffName): Promise<string> {
  const used = await database.lastCodeStep(name);
  const now = Math.floor(Date.now() / 1_000 / STEP_SECONDS);
  const step = Math.max(now, used + 1);
  const waitSteps = step - (now + 1);
  if (waitSteps > 0) {
    const begins = (now + waitSteps) * STEP_SECONDS * 1_000;
    await sleep(begins - Date.now() + 500);
  }
  return generate({ secret: secretOf(name), epoch: step * STEP_SECONDS });
}
