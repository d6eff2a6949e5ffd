import { checkRestored } from "../backup/check.ts";
import { NotRestorable, restoreBackup } from "../backup/restore.ts";
import { readConfig } from "../config.ts";
import { openHall } from "../hall.ts";
import { JOB_PATIENCE } from "../store/database.ts";

/**
 * `node dist/restore.js <backup> <migrations>`: into an empty database; see `restoreBackup`. Ends
 * with 1 where the backup can't be restored, or where what was restored doesn't pass its checks.
 */
const [folder, migrations] = process.argv.slice(2);
if (!folder || !migrations) throw new Error("say from which folder, and where the migrations are");
const hall = openHall(readConfig(process.env), JOB_PATIENCE);
try {
  const manifest = await restoreBackup(hall, folder, migrations);
  const { told, faults } = await checkRestored(hall, manifest);
  for (const line of told) process.stdout.write(`${line}\n`);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof NotRestorable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await hall.close();
}
