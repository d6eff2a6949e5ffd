import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { diskStore } from "../files/file-store.ts";
import { sha256 } from "../files/seal.ts";
import type { Hall } from "../hall.ts";
import { hashOfFile, isEmptyDatabase, loadDump, runScript } from "../store/dump.ts";
import {
  EVIDENCE,
  MANIFEST,
  type Manifest,
  manifestSchema,
  missingKeys,
  TABLES,
} from "./manifest.ts";

/** Why a backup can't be restored; nothing was changed. */
export class NotRestorable extends Error {
  override readonly name = "NotRestorable";
}

/**
 * Puts a backup into an empty database and the installation's file store. All is looked at before
 * anything is written: each file's hash, the keys, the migrations by which its tables were made.
 *
 * @param migrations folder of this version's migrations; newer ones than the backup's are left to
 *   be run afterwards
 * @throws {NotRestorable}
 */
export async function restoreBackup(
  hall: Hall,
  folder: string,
  migrations: string,
): Promise<Manifest> {
  const url = hall.config.DATABASE_URL;
  const manifest = await readManifest(folder);
  const missing = missingKeys(manifest.keys, hall.config.secrets);
  if (missing.length > 0) {
    throw new NotRestorable(`The secrets lack keys of the backup: ${missing.join(", ")}.`);
  }
  const scripts = await scriptsOf(manifest, migrations);
  const evidence = diskStore(join(folder, EVIDENCE));
  await expectWhole(manifest, folder, evidence.get);
  if (!(await isEmptyDatabase(url))) {
    throw new NotRestorable("The database isn't empty: a backup is restored into a new one.");
  }
  await runScript(url, PRISMA_TABLE);
  for (const script of scripts) await runScript(url, script);
  await runMigrations({ connectionString: url });
  await loadDump(url, join(folder, TABLES), manifest);
  for (const key of manifest.storageKeys) {
    const bytes = await evidence.get(key);
    if (bytes) await hall.files.store.put(key, bytes);
  }
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), "utf8")));
  } catch (error) {
    throw new NotRestorable(`${folder} is no whole backup.`, { cause: error });
  }
}

async function scriptsOf({ migrations }: Manifest, folder: string): Promise<readonly string[]> {
  const scripts: string[] = [];
  for (const { name, checksum } of migrations) {
    const script = await readFile(join(folder, name, "migration.sql"), "utf8").catch(() => null);
    if (script === null || createHash("sha256").update(script).digest("hex") !== checksum) {
      throw new NotRestorable(`This version has another migration ${name} than the backup.`);
    }
    scripts.push(script);
  }
  return scripts;
}

async function expectWhole(
  { tables, storageKeys }: Manifest,
  folder: string,
  evidenceAt: (key: string) => Promise<Buffer | null>,
): Promise<void> {
  for (const { file, sha256: known } of tables) {
    const found = await hashOfFile(join(folder, TABLES, file)).catch(() => "missing");
    if (found !== known) throw new NotRestorable(`${file} is missing or was changed.`);
  }
  for (const key of storageKeys) {
    const bytes = await evidenceAt(key);
    if (bytes === null || sha256(bytes) !== key) {
      throw new NotRestorable(`Evidence ${key} is missing or was changed.`);
    }
  }
}

/** In which Prisma keeps what it has migrated; it makes it itself where it is missing. */
const PRISMA_TABLE = `
  CREATE TABLE _prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0)`;
