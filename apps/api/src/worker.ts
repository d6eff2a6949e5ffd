import { run, runMigrations } from "graphile-worker";
import { startChainer } from "./audit/chainer.ts";
import { readConfig } from "./config.ts";
import { openHall } from "./hall.ts";
import { stopWithParent } from "./stop.ts";
import { openPaperPress } from "./worker/paper-press.ts";
import { crontab, tasks, workerLogger } from "./worker/tasks.ts";

/** Does what the outbox holds: papers, messages, and what is due each hour. Many may run. */
const config = readConfig(process.env);
const hall = openHall(config);
const press = openPaperPress(config);
await runMigrations({ connectionString: config.DATABASE_URL });
const runner = await run({
  connectionString: config.DATABASE_URL,
  concurrency: 4,
  pollInterval: 1000,
  noHandleSignals: true,
  taskList: tasks(hall, press),
  crontab,
  logger: workerLogger(hall.log),
});
const chainer = startChainer(hall);
hall.log.info("worker ready");

stopWithParent(async () => {
  await runner.stop();
  await chainer.stop();
  await press.close();
  await hall.close();
});
