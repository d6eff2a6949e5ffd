// `pnpm restore --from <backup> [--keys <folder>]`: into an empty database and file store, named by
// DATABASE_URL, HALL_SECRETS_DIR and HALL_DATA_DIR, or into a new folder for `npm start`
// (HALL_DIR), for which PostgreSQL is started. `--keys` brings the keys there first. Ends with 1
// where what was restored doesn't pass its checks. See docs/operations.md.
import { cpSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { DATA, openDatabase, program, SECRETS } from "./hall.mjs";
import { migrate } from "./migrate.mjs";
import { ROOT, run, stopForegroundPrograms } from "./processes.mjs";
import { createShutdown, stopWhenTold } from "./shutdown.mjs";

const { values } = parseArgs({
  options: { from: { type: "string" }, keys: { type: "string" } },
});
if (!values.from) {
  console.error("Usage: pnpm restore --from <backup> [--keys <folder>]");
  process.exit(2);
}
const shutdown = createShutdown();
stopWhenTold(shutdown);
shutdown.add(async () => stopForegroundPrograms());
try {
  process.exitCode = await restore();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await shutdown.stop();
}
process.exit();

async function restore() {
  const folder = path.resolve(ROOT, process.env.HALL_DIR ?? ".hall");
  const env = {
    HALL_SECRETS_DIR: path.join(folder, SECRETS),
    HALL_DATA_DIR: path.join(folder, DATA),
    ...process.env,
  };
  if (values.keys !== undefined) {
    if (existsSync(env.HALL_SECRETS_DIR)) {
      throw new Error(
        `${env.HALL_SECRETS_DIR} is there already: keys are not written over others.`,
      );
    }
    cpSync(values.keys, env.HALL_SECRETS_DIR, { recursive: true });
  }
  if (!existsSync(env.HALL_SECRETS_DIR)) {
    throw new Error(`There are no keys in ${env.HALL_SECRETS_DIR}: bring them with --keys.`);
  }
  if (!process.env.DATABASE_URL) mkdirSync(folder, { recursive: true, mode: 0o711 });
  mkdirSync(env.HALL_DATA_DIR, { recursive: true, mode: 0o700 });
  const place = { folder, databaseUrl: process.env.DATABASE_URL };
  env.DATABASE_URL = await openDatabase(place, shutdown);
  const migrations = path.join(ROOT, "prisma", "migrations");
  const backup = path.resolve(values.from);
  const code = await run([process.execPath, program("restore"), backup, migrations], { env });
  if (code !== 0) return code;
  await migrate(env.DATABASE_URL); // what this version has beyond the backup's
  console.log("Restored, and all checks passed.");
  return 0;
}
