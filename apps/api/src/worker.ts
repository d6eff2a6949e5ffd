import { EventEmitter } from "node:events";
import { run, runMigrations, type WorkerEvents } from "graphile-worker";
import { startChainer } from "./audit/chainer.ts";
import { readConfig } from "./config.ts";
import { openHall } from "./hall.ts";
import { houseMetrics } from "./metrics/house-metrics.ts";
import { poolMetrics } from "./metrics/pool-metrics.ts";
import { serveMetrics } from "./metrics/serve.ts";
import { refuseDemoInProduction } from "./production.ts";
import { stopWithParent } from "./stop.ts";
import { JOB_PATIENCE } from "./store/database.ts";
import { showPresence, type WorkerPresence } from "./store/worker-presence.ts";
import { openPaperPress } from "./worker/paper-press.ts";
import { crontab, tasks, workerLogger } from "./worker/tasks.ts";

/** Does what the outbox holds: papers, messages, and what is due each hour. Many may run. */
const config = readConfig(process.env);
const hall = openHall(config, JOB_PATIENCE);
await refuseDemoInProduction(hall);
const press = openPaperPress(config);
const metrics = serveMetrics(
  { host: config.HALL_METRICS_HOST, port: config.HALL_WORKER_METRICS_PORT, part: "worker" },
  hall.log,
);
poolMetrics(metrics.register, hall);
houseMetrics(metrics.register, hall);
await runMigrations({ connectionString: config.DATABASE_URL });

let presence: WorkerPresence | undefined;
const events: WorkerEvents = new EventEmitter();
events.on("pool:create", ({ workerPool }) => {
  presence = showPresence(config.DATABASE_URL, workerPool.id, {
    freed: (pools) => hall.log.warn({ pools }, "jobs of dead workers freed"),
    failed: (error) =>
      hall.log.warn({ name: error instanceof Error ? error.name : typeof error }, "presence lost"),
  });
});
const runner = await run({
  connectionString: config.DATABASE_URL,
  concurrency: 4,
  pollInterval: 300,
  noHandleSignals: true,
  taskList: tasks(hall, press),
  crontab,
  events,
  logger: workerLogger(hall.log),
});
const chainer = startChainer(hall);
hall.log.info("worker ready");

// It gives up where it can't tell any more what became of its jobs: whoever runs us starts anew.
runner.promise.catch((error: unknown) => {
  hall.log.error({ reason: error instanceof Error ? error.message : "unknown" }, "worker ends");
  process.exit(1);
});

stopWithParent(async () => {
  await runner.stop();
  await presence?.stop();
  await chainer.stop();
  await press.close();
  await metrics.close();
  await hall.close();
});
