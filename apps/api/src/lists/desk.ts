import { Worker } from "node:worker_threads";
import type { BatchReference } from "@hall/contracts/service-contract";
import type { Config } from "../config.ts";
import type { Hall } from "../hall.ts";
import { type Actor, subjectOf } from "../http/actor.ts";
import type { RequestIdentity } from "../http/idempotency.ts";
import { refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { findBatch } from "../store/list-batches.ts";
import { threadProgram } from "../thread-program.ts";
import { listSlots } from "./slots.ts";

/** Longer lists are judged and filed at the desk; shorter ones take some milliseconds. */
const LONG_ROWS = 500;
/** MB for a desk: 20,000 rows, with their facts and what is written, take about 300. */
const MEMORY_MB = 1_024;
const LONGEST_MS = 120_000;

/** A request about a long list, as it goes to the desk. */
export interface DeskOrder {
  readonly id: number;
  /** Of the endpoint that was called. */
  readonly endpoint: string;
  readonly actor: Actor;
  readonly body: unknown;
  readonly address: string;
  readonly identity: RequestIdentity | null;
  /** Business time at which it came, a Shanghai wall clock, where it is set; else null. */
  readonly now: string | null;
}

export interface DeskAnswer {
  readonly id: number;
  readonly answer: unknown;
}

/**
 * A hall of its own in a thread, where long lists are judged and filed: the same code on the same
 * database, and whoever asks for something else in the meantime doesn't wait (IMP-2).
 */
export interface Desk {
  readonly ask: (order: Omit<DeskOrder, "id">) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export function openDesk(config: Config): Desk {
  let thread: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, (answer: DeskAnswer | Error) => void>();
  const fail = (reason: string) => {
    for (const settle of waiting.values()) settle(new Error(`the desk: ${reason}`));
    waiting.clear();
    thread = null;
  };
  const open = (): Worker => {
    const started = new Worker(threadProgram("list-desk"), {
      workerData: config,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    started.unref();
    started.on("message", (answer: DeskAnswer) => waiting.get(answer.id)?.(answer));
    started.on("error", (error) => fail(error.message));
    started.on("exit", () => fail("the thread ended"));
    return started;
  };
  return {
    ask: (order) =>
      new Promise((resolve, reject) => {
        thread ??= open();
        last += 1;
        const id = last;
        const late = setTimeout(() => void thread?.terminate(), LONGEST_MS);
        waiting.set(id, (answer) => {
          clearTimeout(late);
          waiting.delete(id);
          if (answer instanceof Error) reject(answer);
          else resolve(answer.answer);
        });
        thread.postMessage({ id, ...order } satisfies DeskOrder);
      }),
    close: async () => {
      await thread?.terminate();
    },
  };
}

/** Answers at the desk what is about a long list, and anything else here. */
export async function atDesk(
  { hall, actor, body, address, idempotency }: Call<unknown, unknown, unknown>,
  service: string,
  endpoint: string,
  here: () => Promise<unknown>,
): Promise<unknown> {
  if (!hall.desk || !(await isLong(hall, service, actor, body))) return here();
  const giveBack = await listSlots.take();
  if (!giveBack) return refuse("too-many", "正在核对的名单较多，请过一会儿再试。");
  try {
    const { identity } = idempotency;
    const now = hall.config.HALL_NOW ? hall.clock.now().toString() : null;
    return await hall.desk.ask({ endpoint, actor, body, address, identity, now });
  } finally {
    giveBack();
  }
}

/** Whether the input names a list of many rows; both operations have it at the same place. */
async function isLong(hall: Hall, service: string, actor: Actor, body: unknown): Promise<boolean> {
  const { input } = body as { input: BatchReference }; // parsed by the service's contract
  const batch = await findBatch(hall, service, subjectOf(actor), input.batchId);
  return batch !== null && batch.totalRows > LONG_ROWS;
}
