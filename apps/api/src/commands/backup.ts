import { existsSync, readdirSync } from "node:fs";
import { takeBackup } from "../backup/take.ts";
import { readConfig } from "../config.ts";
import { openHall } from "../hall.ts";
import { JOB_PATIENCE } from "../store/database.ts";

/** `node dist/backup.js <folder>`: database and evidence into a new folder; see `takeBackup`. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("say into which folder");
if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} isn't empty`);
const hall = openHall(readConfig(process.env), JOB_PATIENCE);
try {
  const { tables, storageKeys } = await takeBackup(hall, folder);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(`${rows} rows of ${tables.length} tables, ${storageKeys.length} files.\n`);
} finally {
  await hall.close();
}
