// `pnpm crash`: kills, faults, a backup, and two of each program behind nginx, all under load and on
// halls of its own; `--long` kills 200 times and pauses the database for 30 s. The hall must be built.
import path from "node:path";
import { ROOT, run, stopForegroundPrograms } from "./processes.mjs";
import { createShutdown, stopWhenTold } from "./shutdown.mjs";

const isLong = process.argv.includes("--long");
const files = ["kills", "backup", "faults", "pair"].map((name) =>
  path.join("scripts", "crash", `${name}.test.mjs`),
);

const shutdown = createShutdown();
stopWhenTold(shutdown);
shutdown.add(async () => stopForegroundPrograms());
process.exitCode = await run(
  [
    [process.execPath, "--test", "--test-concurrency=1"],
    ["--test-reporter=spec", "--test-reporter-destination=stdout"],
    [
      "--test-reporter=tap",
      `--test-reporter-destination=${path.join(ROOT, "scripts", "crash.tap")}`,
    ],
    files,
  ].flat(),
  { env: { ...process.env, ...(isLong ? { HALL_CRASH_KILLS: "200", HALL_CRASH_LONG: "1" } : {}) } },
);
