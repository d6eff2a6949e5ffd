import { openDatabase } from "./hall.mjs";
import { run, stopForegroundPrograms } from "./processes.mjs";
import { createShutdown, stopWhenTold } from "./shutdown.mjs";
import { throwawayFolder } from "./throwaway-folder.mjs";

/**
 * Runs vitest in apps/api on a real PostgreSQL that is made for it and thrown away. The tests find
 * it by TEST_DATABASE_URL, whose account may create databases. Ends the process.
 *
 * @param {object} options
 * @param {string} options.report where vitest leaves its counts, from apps/api
 * @param {readonly string[]} options.args further arguments of vitest
 * @param {NodeJS.ProcessEnv} [options.env] further environment of the tests
 */
export async function testOnDatabase({ report, args, env = {} }) {
  const shutdown = createShutdown();
  stopWhenTold(shutdown);
  const { folder, remove } = throwawayFolder();
  shutdown.add(remove);
  shutdown.add(async () => stopForegroundPrograms());
  try {
    const databaseUrl = await openDatabase({ folder, throwaway: true }, shutdown);
    const vitest = ["pnpm", "--filter", "@hall/api", "exec", "vitest", "run", "--maxWorkers=2"];
    const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    process.exitCode = await run([...vitest, ...reports, ...args], {
      env: { ...process.env, ...env, TEST_DATABASE_URL: databaseUrl },
    });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await shutdown.stop();
  }
  process.exit();
}
