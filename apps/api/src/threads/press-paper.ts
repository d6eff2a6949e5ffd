import { parentPort, workerData } from "node:worker_threads";
import type { Authority } from "@hall/documents/authority";
import { render } from "@hall/documents/render";

export interface PressOrder {
  readonly id: number;
  readonly content: Parameters<typeof render>[0];
}
export type PressAnswer =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failed: string };

const authority = JSON.parse((workerData as { authority: string }).authority) as Authority;

parentPort?.on("message", async ({ id, content }: PressOrder) => {
  try {
    const bytes = new Uint8Array(await render(content, authority.signing));
    parentPort?.postMessage({ id, bytes } satisfies PressAnswer, [bytes.buffer]);
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ id, failed } satisfies PressAnswer);
  }
});
