import pg from "pg";
import { hashPassword } from "../../src/auth/hashing.ts";
import type { Config } from "../../src/config.ts";
import { DEMO_PASSWORD } from "../../src/seed/password.ts";
import { makeCipher } from "../../src/store/cipher.ts";
import { copyRows } from "./copy.ts";
import { contributionsOf, ledgerOf, repaymentsOf } from "./in-sql.ts";
import { grownPeople, idOf, MOST_PEOPLE } from "./person.ts";
import { type GrownTable, grownTables, type Soil, unitIndexOf } from "./tables.ts";

/** People whose rows become one COPY. */
const SLICE = 50_000;

/**
 * Fills a migrated and seeded database with made-up people: repeatable, a million within minutes.
 * Everything goes past no guard of the database: the ledger's triggers check each posting.
 *
 * @param count people, 1 to 5,000,000
 * @param seed the same people for the same number
 * @param say is told how far it is
 */
export async function grow(
  config: Config,
  count: number,
  seed: number,
  say: (line: string) => void,
): Promise<void> {
  if (config.NODE_ENV === "production") throw new Error("production grows no made-up people");
  if (!Number.isInteger(count) || count < 1 || count > MOST_PEOPLE) {
    throw new RangeError(`1 to ${MOST_PEOPLE} people, not ${count}`);
  }
  const soil = {
    seed,
    cipher: makeCipher(config.secrets.personalData, config.secrets.lookupKey),
    passwordHash: await hashPassword(DEMO_PASSWORD),
  };
  const client = new pg.Client(config.DATABASE_URL);
  await client.connect();
  try {
    await growUnits(client, soil, count);
    for (const table of grownTables) {
      await growTable(client, table, soil, count);
      say(`${table.table} grown`);
    }
    await ledgerOf(client, soil, count);
    say("ledger grown");
    await repaymentsOf(client);
    await contributionsOf(client, soil, count);
    say("contribution grown");
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

async function growUnits(client: pg.Client, { seed }: Soil, count: number): Promise<void> {
  const units = Array.from({ length: unitIndexOf(count) }, (_, n) => n + 1);
  const id = (unit: number) => idOf(seed, "unit", unit);
  await copyRows(
    client,
    "subject",
    ["id", "kind"],
    units.map((unit) => [id(unit), "unit"]),
  );
  await copyRows(
    client,
    "unit",
    ["id", "code", "name", "credit_code", "kind"],
    units.map((unit) => {
      const code = `U${1_000_000 + unit}`;
      return [id(unit), code, `样例企业${unit}`, `91320594${code}XX`, "employer"];
    }),
  );
}

async function growTable(
  client: pg.Client,
  { table, columns, rows }: GrownTable,
  soil: Soil,
  count: number,
): Promise<void> {
  function* all(from: number, to: number) {
    for (const person of grownPeople(soil.seed, from, to)) yield* rows(person, soil);
  }
  for (let from = 1; from <= count; from += SLICE) {
    await copyRows(client, table, columns, all(from, Math.min(from + SLICE - 1, count)));
  }
}
