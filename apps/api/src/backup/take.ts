import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { diskStore } from "../files/file-store.ts";
import type { Hall } from "../hall.ts";
import { dumpDatabase } from "../store/dump.ts";
import { EVIDENCE, keysOf, MANIFEST, type Manifest, TABLES } from "./manifest.ts";

/**
 * Writes database and evidence into a new folder while the hall runs. The database is of one
 * moment; a file that rows of that moment name never changes afterwards, and is copied as it lies,
 * encrypted. The manifest comes last: a folder without one is no backup.
 */
export async function takeBackup(hall: Hall, folder: string): Promise<Manifest> {
  const tables = join(folder, TABLES);
  await mkdir(tables, { recursive: true, mode: 0o700 });
  const dump = await dumpDatabase(hall.config.DATABASE_URL, tables);
  const copies = diskStore(join(folder, EVIDENCE));
  const storageKeys: string[] = [];
  for (const key of dump.storageKeys) {
    const bytes = await hall.files.store.get(key);
    // Discarded since, or damaged already: whoever restores is told by the proof of evidence.
    if (bytes === null) continue;
    await copies.put(key, bytes);
    storageKeys.push(key);
  }
  const manifest: Manifest = {
    format: 1,
    takenAt: hall.clock.system().toISOString(),
    ...dump,
    tables: [...dump.tables].map((table) => ({ ...table, columns: [...table.columns] })),
    sequences: [...dump.sequences],
    migrations: [...dump.migrations],
    queueMigrations: [...dump.queueMigrations],
    storageKeys,
    keys: keysOf(hall.config.secrets),
  };
  const unnamed = join(folder, `.${MANIFEST}`);
  await writeFile(unnamed, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(unnamed, join(folder, MANIFEST));
  return manifest;
}
