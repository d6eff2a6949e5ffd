import type { PersonFacts } from "@hall/domain/personas/persona";
import { instantOf } from "../clock.ts";
import { asDate } from "../store/database.ts";
import type { SeedingHall } from "./seeding-hall.ts";

/** What the window had taken in before this hall began; a finished one took a day. */
export async function seedCounterCases(
  { db }: SeedingHall,
  personId: string,
  { counterCases }: PersonFacts,
): Promise<void> {
  for (const { acceptedAt, dueOn, ...known } of counterCases) {
    const at = instantOf(acceptedAt);
    const { number, step, outcome } = known;
    await db.counterCase.create({
      data: {
        ...known,
        personId,
        acceptedAt: at,
        dueOn: dueOn && asDate(dueOn),
        finishedAt: outcome === null ? null : instantOf(acceptedAt.add({ days: 1 })),
      },
    });
    await db.counterCaseStep.createMany({
      data: [
        { caseNumber: number, no: 1, title: "窗口受理", at },
        { caseNumber: number, no: 2, title: step, at: instantOf(acceptedAt.add({ hours: 20 })) },
      ],
    });
  }
}
