import { parentPort } from "node:worker_threads";
import { checkContent } from "../files/check-content.ts";
import type { CheckOrder } from "../files/check-thread.ts";

/** One file, one thread: whatever it does to its reader, it does to nobody else. */
parentPort?.once("message", async ({ bytes, limits }: CheckOrder) => {
  parentPort?.postMessage(await checkContent(Buffer.from(bytes), limits));
  parentPort?.close();
});
parentPort?.postMessage("ready");
