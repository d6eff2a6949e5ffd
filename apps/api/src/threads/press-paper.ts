import { workerData } from "node:worker_threads";
import type { Authority } from "@hall/documents/authority";
import { render } from "@hall/documents/render";
import { answerOrders } from "../thread-line.ts";

export type PressOrder = Parameters<typeof render>[0];

const authority = JSON.parse((workerData as { authority: string }).authority) as Authority;

answerOrders(
  async (content: PressOrder) => new Uint8Array(await render(content, authority.signing)),
  (bytes) => [bytes.buffer],
);
