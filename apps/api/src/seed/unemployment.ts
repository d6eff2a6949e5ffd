import type { PersonFacts } from "@hall/domain/personas/persona";
import { asDate } from "../store/database.ts";
import type { SeedingHall } from "./seeding-hall.ts";

/** How the last employment ended, and what other places hold of unemployment insurance. */
export async function seedUnemployment(
  { db }: SeedingHall,
  personId: string,
  { separation, unemploymentElsewhere }: PersonFacts,
): Promise<void> {
  if (separation) {
    const { leftOn, registeredOn, ...reported } = separation;
    await db.separation.create({
      data: {
        ...reported,
        personId,
        leftOn: asDate(leftOn),
        registeredOn: registeredOn && asDate(registeredOn),
      },
    });
  }
  await db.unemploymentElsewhere.createMany({
    data: unemploymentElsewhere.map(({ from, to, transferredOn, ...record }) => ({
      ...record,
      personId,
      fromMonth: asDate(from.toPlainDate({ day: 1 })),
      toMonth: asDate(to.toPlainDate({ day: 1 })),
      transferredOn: transferredOn && asDate(transferredOn),
    })),
  });
}
