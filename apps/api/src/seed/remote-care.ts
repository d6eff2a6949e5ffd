import type { PersonFacts } from "@hall/domain/personas/persona";
import { laneOf } from "@hall/domain/remote-care";
import { asDate } from "../store/database.ts";
import type { SeedingHall } from "./seeding-hall.ts";

/** Registrations for care elsewhere, as they were taken over. */
export async function seedRemoteCare(
  { db }: SeedingHall,
  personId: string,
  { remoteCare }: PersonFacts,
): Promise<void> {
  await db.remoteCareRegistration.createMany({
    data: remoteCare.map(({ from, until, endedOn, ...registration }) => ({
      ...registration,
      personId,
      lane: laneOf(registration.kind),
      fromDay: asDate(from),
      untilDay: until && asDate(until),
      endedOn: endedOn && asDate(endedOn),
    })),
  });
}
