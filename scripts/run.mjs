// The way into the house on a machine that has only Node and npm:
// `node scripts/run.mjs start` and `node scripts/run.mjs test`, which is what `npm start` and
// `npm test` call. This file and what it imports use nothing but Node itself, for nothing is
// installed when it begins.
import { installPackages } from "./packages.mjs";
import { CommandFailed, stopForegroundPrograms } from "./processes.mjs";
import { createShutdown, stopWhenTold } from "./shutdown.mjs";

const TASKS = { start: "./start.mjs", test: "./test.mjs" };
const OLDEST_NODE = [20, 19];

const task = process.argv[2];
if (!Object.hasOwn(TASKS, task)) {
  console.error("Usage: node scripts/run.mjs start|test");
  process.exit(2);
}
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(`Node ${OLDEST_NODE.join(".")} or newer is needed; this is ${process.version}.`);
  process.exit(1);
}

// Programs that we start would otherwise ask the outside world for news of themselves.
process.env.DO_NOT_TRACK ??= "1";
process.env.TURBO_TELEMETRY_DISABLED ??= "1";
process.env.CHECKPOINT_DISABLE ??= "1";
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= "1";

const shutdown = createShutdown();
shutdown.add(async () => stopForegroundPrograms());
stopWhenTold(shutdown);

try {
  await installPackages();
  const { main } = await import(TASKS[task]);
  await main(shutdown);
} catch (error) {
  if (shutdown.isStopping) await new Promise(() => {}); // the stop exits when it is done
  console.error(error instanceof CommandFailed ? error.message : error);
  process.exit(1);
}
