import { addDays, type Day } from "@hall/domain/dates";
import type { PolicyReader } from "@hall/domain/policy";
import { dayOf } from "../clock.ts";

/**
 * The last day on which a supplement counts: so many days after it was asked for, by the value in
 * force when it was.
 */
export function supplementUntil(policy: PolicyReader, askedAt: Date): Day {
  const askedOn = dayOf(askedAt);
  return addDays(askedOn, policy.on("case.supplementDays", askedOn));
}
