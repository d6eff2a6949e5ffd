import { parentPort, workerData } from "node:worker_threads";
import { familyRoutes } from "../cases/family-routes.ts";
import { makeClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { type Hall, openHall } from "../hall.ts";
import { encode } from "../http/encode.ts";
import { idempotencyOf } from "../http/idempotency.ts";
import type { Call } from "../http/route.ts";
import type { DeskAnswer, DeskOrder } from "../lists/desk.ts";
import { JOB_PATIENCE } from "../store/database.ts";

/** Nobody waits behind a long list here, so its statements have the time of a job. */
const opened = openHall(workerData as Config, JOB_PATIENCE);

/** No desk behind the desk. */
const hallOf = ({ now }: DeskOrder): Hall => ({
  ...opened,
  desk: null,
  ...(now === null ? {} : { clock: makeClock(now) }),
});

async function answerOf(order: DeskOrder): Promise<unknown> {
  const { endpoint: id, actor, body, address, identity } = order;
  const route = familyRoutes.find(({ endpoint }) => endpoint.id === id);
  if (!route) throw new Error(`no endpoint ${id}`);
  const hall = hallOf(order);
  const request = { method: route.endpoint.method, route: { path: route.endpoint.path } };
  const idempotency = idempotencyOf(hall, identity);
  const call = {
    ...{ hall, actor, body, address, idempotency, params: undefined, query: undefined },
    ...{ device: "", request: request as Call<unknown, unknown, unknown>["request"] },
  };
  try {
    return await idempotency.once(() => route.handle(call));
  } catch (error) {
    return hall.refusalOfError(error, call.request);
  }
}

parentPort?.on("message", async (order: DeskOrder) => {
  // Amounts and days don't cross between threads; on the wire they are texts and numbers anyway.
  const answer = encode(await answerOf(order));
  parentPort?.postMessage({ id: order.id, answer } satisfies DeskAnswer);
});
