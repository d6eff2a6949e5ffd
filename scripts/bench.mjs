// Prints what the hall does in a second, each figure beside its limit on the same machine in the
// same run: `pnpm bench`, or with `--long` more and longer rounds, and a million people as well.
// `--only submit,reads` takes some sections. Needs the built API; see docs/performance.md.
import path from "node:path";
import { parseArgs } from "node:util";
import { grownDatabase } from "./grown-database.mjs";
import { openDatabase } from "./hall.mjs";
import { ROOT, runOrThrow, stopForegroundPrograms } from "./processes.mjs";
import { createShutdown, stopWhenTold } from "./shutdown.mjs";

const FEW = 10_000;
const MANY = 1_000_000;
const API = path.join(ROOT, "apps", "api");

const { values } = parseArgs({
  options: {
    long: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    seed: { type: "string", default: "1" },
  },
});
const folder = process.env.HALL_BENCH_DIR ?? path.join(ROOT, ".bench");
const shutdown = createShutdown();
shutdown.add(async () => stopForegroundPrograms());
stopWhenTold(shutdown);
try {
  const given = process.env.DATABASE_URL;
  const serverUrl = await openDatabase({ folder, databaseUrl: given, throwaway: false }, shutdown);
  const seed = Number(values.seed);
  const few = await grownDatabase({ folder, serverUrl, people: FEW, seed });
  const many = values.long
    ? await grownDatabase({ folder, serverUrl, people: MANY, seed })
    : undefined;
  const asked = ["--people", String(FEW), "--seed", values.seed, "--only", values.only];
  const more = many ? ["--long", "--many-people", String(MANY), "--many", many.DATABASE_URL] : [];
  const program = path.join(API, "bench", "main.ts");
  await runOrThrow([process.execPath, "--import", "tsx", program, ...asked, ...more], {
    cwd: API,
    env: few,
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await shutdown.stop();
}
process.exit();
