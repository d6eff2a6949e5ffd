// Makes a database of so many made-up people and says where it is:
// `pnpm grow --people 1000000 --seed 1`. On the embedded PostgreSQL of `.bench`, which stops with
// this command, or on the server of DATABASE_URL.
import path from "node:path";
import { parseArgs } from "node:util";
import { grownDatabase } from "./grown-database.mjs";
import { openDatabase } from "./hall.mjs";
import { ROOT, stopForegroundPrograms } from "./processes.mjs";
import { createShutdown, stopWhenTold } from "./shutdown.mjs";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
  },
});
const folder = process.env.HALL_BENCH_DIR ?? path.join(ROOT, ".bench");
const shutdown = createShutdown();
shutdown.add(async () => stopForegroundPrograms());
stopWhenTold(shutdown);
try {
  const serverUrl = await openDatabase(
    { folder, databaseUrl: process.env.DATABASE_URL, throwaway: false },
    shutdown,
  );
  const people = Number(values.people);
  const env = await grownDatabase({ folder, serverUrl, people, seed: Number(values.seed) });
  const { pathname } = new URL(env.DATABASE_URL);
  console.log(`${people} people are in the database ${pathname.slice(1)}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await shutdown.stop();
}
process.exit();
