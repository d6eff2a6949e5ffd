import { createHash } from "node:crypto";
import pg from "pg";
import type { Database, Sql } from "./database.ts";

/** The connections behind each client; Prisma uses the same ones. */
const pools = new WeakMap<Database, pg.Pool>();

export function connectionsOf(db: Database, pool: pg.Pool): void {
  // A connection that ends while nobody uses it is replaced when the next one is asked for.
  pool.on("error", () => {});
  pools.set(db, pool);
}

/** Prisma closes connections only if it has used them itself. */
export async function closeConnections(db: Database): Promise<void> {
  await db.$disconnect();
  const pool = pools.get(db);
  if (pool && !pool.ending) await pool.end();
}

/**
 * Runs a statement at the driver, past Prisma's own work for each: what is asked often enough for
 * it to count. The statement is prepared once for a connection, under a name from its text. Rows
 * have their columns' names; `date` comes as midnight UTC and `bigint` as bigint, as from Prisma.
 */
export async function run<Row>(db: Database, statement: Sql): Promise<readonly Row[]> {
  const pool = pools.get(db);
  if (!pool) throw new Error("a statement for a database that isn't open");
  const { text, values } = statement;
  const name = createHash("md5").update(text).digest("base64");
  const { rows } = await pool.query({ name, text, values: [...values], types });
  return rows as Row[];
}

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.DATE]: (text) => new Date(`${text}T00:00:00Z`),
  [pg.types.builtins.INT8]: (text) => BigInt(text),
};

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers[oid]) || pg.types.getTypeParser(oid, format ?? "text"),
};
