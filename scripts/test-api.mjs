// The API's tests on a real PostgreSQL that is made for them and thrown away. They find it by
// TEST_DATABASE_URL, whose account may create databases.
// Arguments go to vitest.
import { openDatabase } from "./hall.mjs";
import { run, stopForegroundPrograms } from "./processes.mjs";
import { createShutdown, stopWhenTold } from "./shutdown.mjs";
import { throwawayFolder } from "./throwaway-folder.mjs";

const REPORTS = ["--reporter=default", "--reporter=json", "--outputFile.json=results/vitest.json"];

const shutdown = createShutdown();
stopWhenTold(shutdown);
const { folder, remove } = throwawayFolder();
shutdown.add(remove);
shutdown.add(async () => stopForegroundPrograms());
try {
  const databaseUrl = await openDatabase({ folder, throwaway: true }, shutdown);
  const vitest = ["pnpm", "--filter", "@hall/api", "exec", "vitest", "run", "--maxWorkers=2"];
  process.exitCode = await run([...vitest, ...REPORTS, ...process.argv.slice(2)], {
    env: { ...process.env, TEST_DATABASE_URL: databaseUrl },
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await shutdown.stop();
}
process.exit();
