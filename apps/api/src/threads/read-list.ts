import { parentPort } from "node:worker_threads";
import { thread } from "../lists/thread-work.ts";

/** Lists are read, judged and written here, so that a long one holds nobody else up (IMP-2). */
const work = thread();
parentPort?.on("message", async (ask) => {
  parentPort?.postMessage(await work(ask));
});
