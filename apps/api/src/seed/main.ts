import type { Day } from "@hall/domain/dates";
import { controlAccounts } from "@hall/domain/effects";
import { runMigrations } from "graphile-worker";
import { readConfig } from "../config.ts";
import { ledgerAccountId } from "../effects/ledger-post.ts";
import { openHall } from "../hall.ts";
import { asDate, JOB_PATIENCE, type Transaction } from "../store/database.ts";
import { makeDemoAuthority } from "./authority.ts";
import { writeDemoPeople } from "./demo-people.ts";
import { seedPersons } from "./persons.ts";
import { seedPolicy } from "./policy.ts";
import type { SeedingHall } from "./seeding-hall.ts";
import { seedStaff } from "./staff.ts";
import { seedStudents, seedUnits } from "./units.ts";

const LONGEST_MS = 300_000;

/**
 * Makes the demo's data where there is none, relative to the business day; does nothing where
 * data is. Production gets its policy values only.
 */
export async function seed(env: NodeJS.ProcessEnv): Promise<"seeded" | "there already"> {
  const config = readConfig(env);
  await runMigrations({ connectionString: config.DATABASE_URL });
  const hall = openHall(config, JOB_PATIENCE);
  try {
    if (await hall.db.installation.findUnique({ where: { id: 1 } })) return "there already";
    const today = hall.clock.now().toPlainDate();
    const isDemo = config.NODE_ENV !== "production";
    await seedPolicy(hall.db);
    await hall.db.$transaction(
      async (db) => {
        await openControlAccounts(db);
        if (isDemo) await seedDemo({ ...hall, db }, env, today);
        await db.installation.create({
          data: { id: 1, seededOn: asDate(today), seededAt: hall.clock.system(), demo: isDemo },
        });
      },
      { timeout: LONGEST_MS, maxWait: LONGEST_MS },
    );
    return "seeded";
  } finally {
    await hall.close();
  }
}

async function openControlAccounts(db: Transaction): Promise<void> {
  await db.ledgerAccount.createMany({
    data: controlAccounts.map((code) => ({
      id: ledgerAccountId({ kind: "control", code }),
      kind: "control",
    })),
    skipDuplicates: true,
  });
}

/** All or nothing: a seed that was cut off leaves no half of it behind. */
async function seedDemo(hall: SeedingHall, env: NodeJS.ProcessEnv, today: Day): Promise<void> {
  const authority = await makeDemoAuthority(hall.config);
  const units = await seedUnits(hall, today, authority);
  await seedPersons(hall, today, units);
  await seedStudents(hall, today, units);
  await writeDemoPeople(env, await seedStaff(hall));
}

if (process.env["VITEST"] === undefined) {
  const answer = await seed(process.env);
  if (answer === "seeded") process.stdout.write("Demo data made.\n");
}
