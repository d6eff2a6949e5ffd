import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { ROOT } from "../processes.mjs";

const MIGRATIONS = path.join(ROOT, "prisma", "migrations");
/** Made before there was anything to upgrade. */
const FIRST_UPGRADED = "20261127180000";
/** What a version that still runs would notice. */
const NOTICED =
  /\b(DROP\s+(TABLE|COLUMN)|RENAME\s+(TO|COLUMN)|SET\s+NOT\s+NULL|ALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE)\b/i;

const breaksARunningVersion = (sql) => NOTICED.test(sql) && !/^-- contract: \S/m.test(sql);

test("a migration leaves the running version alone, or says that it contracts", () => {
  const breaking = readdirSync(MIGRATIONS)
    .filter((name) => name >= FIRST_UPGRADED && existsSync(fileOf(name)))
    .filter((name) => breaksARunningVersion(readFileSync(fileOf(name), "utf8")));
  assert.deepEqual(breaking, []);
});

test("what a running version would notice is found", () => {
  assert.ok(breaksARunningVersion('ALTER TABLE "person" DROP COLUMN "name";'));
  assert.ok(breaksARunningVersion('ALTER TABLE "person" RENAME COLUMN "a" TO "b";'));
  assert.ok(breaksARunningVersion('ALTER TABLE "person" ALTER COLUMN "a" SET NOT NULL;'));
  assert.ok(!breaksARunningVersion('ALTER TABLE "person" ADD COLUMN "a" TEXT;'));
  assert.ok(!breaksARunningVersion("-- contract: nobody reads it since 1.2\nDROP TABLE a;"));
});

const fileOf = (name) => path.join(MIGRATIONS, name, "migration.sql");
