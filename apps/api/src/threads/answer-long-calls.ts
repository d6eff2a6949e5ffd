import { workerData } from "node:worker_threads";
import { readConfig } from "../config.ts";
import { openHall } from "../hall.ts";
import { encode } from "../http/encode.ts";
import { idempotencyOf } from "../http/idempotency.ts";
import { answerCall } from "../http/route.ts";
import type { CallOrder } from "../long-calls.ts";
import { routes } from "../routes.ts";
import { answerOrders } from "../thread-line.ts";

/** A hall of its own, on connections of its own. */
const hall = openHall(readConfig((workerData as { env: NodeJS.ProcessEnv }).env));
const routeOf = new Map(routes.map((route) => [route.endpoint.id, route]));

/** Answers as the handler would have; what is thrown becomes a refusal here, where it is known. */
answerOrders(async ({ endpoint, identity, ...order }: CallOrder): Promise<unknown> => {
  const route = routeOf.get(endpoint);
  if (!route) throw new Error(`there is no endpoint ${endpoint}`);
  const call = {
    ...order,
    hall,
    idempotency: idempotencyOf(hall, identity),
    get request(): never {
      throw new Error(`${endpoint} asks for its request, and is answered in a thread`);
    },
  };
  try {
    return encode(await answerCall(route, call));
  } catch (error) {
    return hall.refusalOfError(error, { method: route.endpoint.method, route: { path: endpoint } });
  }
});
