import { makeApp } from "./app.ts";
import { readConfig } from "./config.ts";
import { openHall } from "./hall.ts";
import { hallServer } from "./http/server.ts";
import { poolMetrics } from "./metrics/pool-metrics.ts";
import { serveMetrics } from "./metrics/serve.ts";
import { refuseDemoInProduction } from "./production.ts";
import { stopWithParent } from "./stop.ts";
import { refuseForgetfulDatabase } from "./store/forgetful.ts";

const DRAIN_MS = 10_000;

const config = readConfig(process.env);
const hall = openHall(config);
await refuseDemoInProduction(hall);
const metrics = serveMetrics(
  { host: config.HALL_METRICS_HOST, port: config.HALL_METRICS_PORT, part: "api" },
  hall.log,
);
poolMetrics(metrics.register, hall);
const app = makeApp(hall, metrics.register);
const server = hallServer(app);
await refuseForgetfulDatabase(hall);
server.listen(config.HALL_PORT, config.HALL_HOST, () => {
  hall.log.info({ address: server.address() }, "listening");
});

stopWithParent(async () => {
  // New connections are refused, running requests get their answer.
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())]);
  await metrics.close();
  await hall.close();
});
