import { type Refusal, refuse } from "../http/refusal.ts";
import type { Reply } from "../http/reply.ts";
import type { Slots } from "./slots.ts";

type Streamed = Omit<Extract<Reply, { reply: "stream" }>, "reply">;

/**
 * A file that is streamed once a place is free, and holds the place until its last byte. What
 * `prepare` logs is logged before the first byte: what is broken off halfway has been handed out
 * as well.
 */
export async function exportInTurn(
  slots: Slots,
  prepare: () => Promise<Streamed>,
): Promise<Reply | Refusal> {
  const giveBack = await slots.take();
  if (!giveBack) return refuse("too-many", "正在导出的表格较多，请过一会儿再导出。");
  try {
    const { write, ...file } = await prepare();
    return { reply: "stream", ...file, write: (out) => write(out).finally(giveBack) };
  } catch (error) {
    giveBack();
    throw error;
  }
}
