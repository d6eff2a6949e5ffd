import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import pg from "pg";
import { ROOT, runOrThrow } from "./processes.mjs";

const PACKAGE = path.join(ROOT, "prisma");
const MIGRATIONS = path.join(PACKAGE, "migrations");

/** Brings the database to the newest migration with `prisma migrate deploy`. */
export async function migrate(databaseUrl) {
  if (await hasEveryMigration(databaseUrl)) return;
  const prisma = createRequire(path.join(PACKAGE, "package.json")).resolve("prisma/build/index.js");
  await runOrThrow([process.execPath, prisma, "migrate", "deploy"], {
    cwd: PACKAGE,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    quiet: true,
  });
}

/**
 * Whether Prisma would find nothing to do. It takes two seconds to say so itself, which every
 * start would pay; any doubt, a changed migration too, is left to it.
 */
async function hasEveryMigration(databaseUrl) {
  if (new URL(databaseUrl).searchParams.size > 0) return false; // perhaps another schema
  const client = new pg.Client(databaseUrl);
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT migration_name, checksum FROM _prisma_migrations
        WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    const unfinished = await client.query(
      "SELECT 1 FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL",
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    return (
      unfinished.rowCount === 0 &&
      migrationNames().every((name) => applied.get(name) === checksum(name))
    );
  } catch (error) {
    // No such table, no such database: Prisma makes both.
    if (error.code === "42P01" || error.code === "3D000") return false;
    const { host } = new URL(databaseUrl);
    throw new Error(`The database at ${host} cannot be used: ${error.message}`, { cause: error });
  } finally {
    await client.end();
  }
}

const fileOf = (name) => path.join(MIGRATIONS, name, "migration.sql");

const migrationNames = () => readdirSync(MIGRATIONS).filter((name) => existsSync(fileOf(name)));

const checksum = (name) =>
  createHash("sha256")
    .update(readFileSync(fileOf(name)))
    .digest("hex");
