import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { TestProject } from "vitest/node";

/** What the test files are given: a seeded database to copy, and the secrets that it was made with. */
export interface TestPlace {
  readonly adminUrl: string;
  readonly template: string;
  readonly secretsDir: string;
  readonly dataDir: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    place: TestPlace;
  }
}

/** The business moment at which the demo's people were laid: a Tuesday morning. */
export const SEEDED_NOW = "2026-03-17T10:00:00";

const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));
const MIGRATIONS = join(REPOSITORY, "prisma", "migrations");

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const adminUrl = process.env["TEST_DATABASE_URL"];
  if (!adminUrl) throw new Error("TEST_DATABASE_URL is missing: start with `pnpm test:api`");
  const folder = mkdtempSync(join(tmpdir(), "hall-api-test-"));
  const place = {
    adminUrl,
    template: `hall_template_${randomBytes(4).toString("hex")}`,
    secretsDir: join(folder, "secrets"),
    dataDir: join(folder, "data"),
  };
  await makeSecrets(place.secretsDir);
  await inDatabase(adminUrl, `CREATE DATABASE ${place.template}`);
  await migrate(urlOf(place.template, adminUrl));
  await seedTemplate(place);
  project.provide("place", place);
  return async () => {
    await dropDatabase(adminUrl, place.template);
    rmSync(folder, { recursive: true, force: true });
  };
}

export function urlOf(database: string, adminUrl: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

export async function inDatabase(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** PostgreSQL's own cleaner may be at work in it, whom nobody may end: it is done in a moment. */
export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inDatabase(adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    } catch (error) {
      const isCleaned = error instanceof pg.DatabaseError && error.code === "42501";
      if (!isCleaned || attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** The migrations' files as they are, which is what Prisma's command would run. */
async function migrate(url: string): Promise<void> {
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  for (const name of folders.map((each) => each.name).sort()) {
    await inDatabase(url, readFileSync(join(MIGRATIONS, name, "migration.sql"), "utf8"));
  }
}

async function makeSecrets(directory: string): Promise<void> {
  const script = join(REPOSITORY, "scripts", "secrets.mjs");
  const { makeMissingSecrets }: { makeMissingSecrets: (folder: string) => void } = await import(
    script
  );
  makeMissingSecrets(directory);
}

async function seedTemplate({ template, adminUrl, secretsDir, dataDir }: TestPlace): Promise<void> {
  const { seed } = await import("../src/seed/main.ts");
  // The seed writes its certificate files where the environment says.
  process.env["HALL_DATA_DIR"] = dataDir;
  await seed({
    DATABASE_URL: urlOf(template, adminUrl),
    HALL_SECRETS_DIR: secretsDir,
    HALL_DATA_DIR: dataDir,
    HALL_NOW: SEEDED_NOW,
    HALL_LOG_LEVEL: "silent",
  });
}
