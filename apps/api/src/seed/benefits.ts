import type { Month } from "@hall/domain/dates";
import type { PersonFacts } from "@hall/domain/personas/persona";
import { asDate } from "../store/database.ts";
import type { SeedingHall } from "./seeding-hall.ts";

const firstOf = (month: Month) => asDate(month.toPlainDate({ day: 1 }));

/** Benefit plans with their months, and what waits until months are paid back. */
export async function seedBenefits(
  { db }: SeedingHall,
  personId: string,
  { benefitPlans, benefitMatters }: PersonFacts,
): Promise<void> {
  for (const { months, endedOn, ...plan } of benefitPlans) {
    await db.benefitPlan.create({
      data: { ...plan, personId, endedOn: endedOn && asDate(endedOn) },
    });
    await db.benefitMonth.createMany({
      data: months.map((month) => ({
        ...month,
        planNumber: plan.number,
        month: firstOf(month.month),
      })),
    });
  }
  await db.benefitMatter.createMany({
    data: benefitMatters.map((matter) => ({
      ...matter,
      personId,
      since: asDate(matter.since),
      contractFrom: matter.contractFrom && firstOf(matter.contractFrom),
      resumedOn: matter.resumedOn && asDate(matter.resumedOn),
    })),
  });
}

/** Housing-fund accounts at centres elsewhere, as the national platform tells them. */
export async function seedHousingFundsElsewhere(
  { db }: SeedingHall,
  personId: string,
  { housingFundsElsewhere }: PersonFacts,
): Promise<void> {
  await db.housingFundElsewhere.createMany({
    data: housingFundsElsewhere.map(({ from, to, transferredOn, ...fund }) => ({
      ...fund,
      personId,
      fromMonth: firstOf(from),
      toMonth: firstOf(to),
      transferredOn: transferredOn && asDate(transferredOn),
    })),
  });
}
