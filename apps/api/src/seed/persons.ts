import { randomUUID } from "node:crypto";
import type { Day, Month } from "@hall/domain/dates";
import type { PersonFacts } from "@hall/domain/personas/persona";
import { personas } from "@hall/domain/personas/personas";
import { asDate } from "../store/database.ts";
import { seedBenefits, seedHousingFundsElsewhere } from "./benefits.ts";
import { seedCounterCases } from "./counter-cases.ts";
import { seedHousingAccount } from "./housing-account.ts";
import { giveDemoPassword } from "./password.ts";
import { seedRemoteCare } from "./remote-care.ts";
import type { SeedingHall } from "./seeding-hall.ts";
import { seedUnemployment } from "./unemployment.ts";
import type { UnitIds } from "./units.ts";

const firstOf = (month: Month) => asDate(month.toPlainDate({ day: 1 }));

/** Has an issued password and must change it at the first sign-in. */
export const FIRST_SIGN_IN = "P0000111";

/** Writes every demo person's facts; what the loaders read back is compared in a test. */
export async function seedPersons(hall: SeedingHall, today: Day, units: UnitIds): Promise<void> {
  for (const persona of Object.values(personas)) {
    if (persona.kind === "person") await seedPerson(hall, persona.facts(today), units, today);
  }
}

async function seedPerson(
  hall: SeedingHall,
  facts: PersonFacts,
  units: UnitIds,
  today: Day,
): Promise<void> {
  const id = randomUUID();
  await hall.db.subject.create({ data: { id, kind: "person" } });
  await seedParticipant(hall, id, facts, units);
  await seedRecords(hall, id, facts, today);
  await seedLoan(hall, id, facts);
  await seedCounterCases(hall, id, facts);
  await seedUnemployment(hall, id, facts);
  await seedBenefits(hall, id, facts);
  await seedHousingFundsElsewhere(hall, id, facts);
  await seedRemoteCare(hall, id, facts);
  await seedPayout(hall, id, facts);
  if (facts.housingAccount) await seedHousingAccount(hall, id, facts.housingAccount);
  const isFirstSignIn = facts.participant.personalNumber === FIRST_SIGN_IN;
  await giveDemoPassword(hall, "person", id, isFirstSignIn);
}

async function seedParticipant(hall: SeedingHall, id: string, facts: PersonFacts, units: UnitIds) {
  const { db, cipher } = hall;
  const { participant: person } = facts;
  await db.person.create({
    data: {
      id,
      personalNumber: person.personalNumber,
      name: person.name,
      identityCipher: cipher.seal(person.identityNumber),
      identityHash: cipher.lookup(person.identityNumber),
      sex: person.sex,
      birthDate: asDate(person.birthDate),
      scheme: person.scheme,
      status: person.status,
      statusSince: firstOf(person.statusSince),
      householdRegion: person.household.region,
      householdKind: person.household.kind,
      householdAddress: person.household.address,
      mobileCipher: person.mobile === null ? null : cipher.seal(person.mobile),
      womenRetireAt: person.womenRetireAt,
    },
  });
  if (!person.unit) return;
  const unitId = units.get(person.unit.code);
  if (!unitId) throw new Error(`${person.personalNumber} works for a unit that isn't seeded`);
  await db.employment.create({
    data: { id: randomUUID(), personId: id, unitId, fromMonth: firstOf(person.statusSince) },
  });
}

async function seedRecords(
  { db, clock }: SeedingHall,
  personId: string,
  facts: PersonFacts,
  _today: Day,
) {
  await db.flexPlan.createMany({
    data: facts.flexPlans.map((plan) => ({
      ...plan,
      id: randomUUID(),
      personId,
      effectiveMonth: firstOf(plan.effectiveMonth),
      recordedAt: clock.instant(),
    })),
  });
  await db.contribution.createMany({
    data: facts.contributions.map((paid) => ({ ...paid, personId, month: firstOf(paid.month) })),
  });
  await db.elsewhereRecord.createMany({
    data: facts.elsewhere.map((record) => ({
      ...record,
      id: randomUUID(),
      personId,
      since: asDate(record.since),
    })),
  });
  await db.transferVoucher.createMany({
    data: facts.transferVouchers.map((voucher) => ({
      ...voucher,
      personId,
      issuedOn: asDate(voucher.issuedOn),
      transferredOn: voucher.transferredOn && asDate(voucher.transferredOn),
    })),
  });
  if (facts.legacyAccount)
    await db.legacyAccount.create({ data: { ...facts.legacyAccount, personId } });
  if (facts.cardProduction) {
    const { since, ...card } = facts.cardProduction;
    await db.cardProduction.create({ data: { ...card, personId, since: asDate(since) } });
  }
}

async function seedLoan(
  { db }: SeedingHall,
  personId: string,
  { housingLoan }: PersonFacts,
): Promise<void> {
  if (!housingLoan) return;
  const { role, repayments, paidOutOn, firstDueOn, settledOn, ...loan } = housingLoan;
  const known = await db.loan.findUnique({ where: { number: loan.number } });
  if (!known) {
    await db.loan.create({
      data: {
        ...loan,
        paidOutOn: asDate(paidOutOn),
        firstDueOn: asDate(firstDueOn),
        settledOn: settledOn && asDate(settledOn),
      },
    });
    await db.loanRepayment.createMany({
      data: repayments.map(({ dueOn, paidOn, ...repayment }) => ({
        ...repayment,
        loanNumber: loan.number,
        dueOn: asDate(dueOn),
        paidOn: paidOn && asDate(paidOn),
      })),
    });
  }
  await db.loanParty.create({ data: { personId, loanNumber: loan.number, role } });
}

async function seedPayout(
  { db, cipher }: SeedingHall,
  personId: string,
  { payoutAccounts }: PersonFacts,
) {
  const accounts = [
    ["citizen-card", payoutAccounts.citizenCard],
    ["bound-card", payoutAccounts.boundCard],
  ] as const;
  await db.payoutAccount.createMany({
    data: accounts.flatMap(([kind, account]) =>
      account
        ? [
            {
              ...account,
              kind,
              personId,
              numberCipher: cipher.seal(fullNumber(account.maskedNumber)),
            },
          ]
        : [],
    ),
  });
}

/** The demo's card numbers are nobody's: the middle is zeros. */
const fullNumber = (masked: string) => masked.replaceAll(/[\s]/g, "").replaceAll("*", "0");
