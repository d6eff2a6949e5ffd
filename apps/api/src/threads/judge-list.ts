import { workerData } from "node:worker_threads";
import { answerListOrder } from "../cases/list-order.ts";
import { readConfig } from "../config.ts";
import { openHall } from "../hall.ts";
import type { ListOrder } from "../lists/long-lists.ts";
import { answerOrders } from "../thread-line.ts";

/** A hall of its own, on connections of its own. */
const hall = openHall(readConfig((workerData as { env: NodeJS.ProcessEnv }).env));

answerOrders((order: ListOrder) => answerListOrder(hall, order));
