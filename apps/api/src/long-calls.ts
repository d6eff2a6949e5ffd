import { Worker } from "node:worker_threads";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { RequestIdentity } from "./http/idempotency.ts";
import { refuse } from "./http/refusal.ts";
import type { ApartCall } from "./http/route.ts";
import { makeSlots } from "./lists/slots.ts";
import { openThreadLine, ThreadEnded } from "./thread-line.ts";
import { threadProgram } from "./thread-program.ts";

/** A call as it is posted: all of it but the hall, which the thread has of its own. */
export interface CallOrder extends Omit<ApartCall, "hall" | "idempotency"> {
  readonly endpoint: string;
  /** By what its answer is kept (APP-4). */
  readonly identity: RequestIdentity | null;
}

/**
 * Answers calls that judge long lists in a thread that has a hall of its own: rows opened, facts
 * read, rules, effects and the write, all by the same code as short ones (IMP-2).
 */
export interface LongCalls {
  /** What the endpoint's handler would have answered, as the wire writes it. */
  readonly answer: (endpoint: string, call: ApartCall) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** MB; a list of 20,000 rows that is being filed takes about 300. */
const MEMORY_MB = 1024;
const LONGEST_MS = 60_000;

export function openLongCalls(config: Config, clock: Clock): LongCalls {
  const open = () =>
    new Worker(threadProgram("answer-long-calls"), {
      workerData: { env: environmentOf(config, clock) },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
  const line = openThreadLine<CallOrder, unknown>(open, LONGEST_MS);
  // One after the other: two at once take as long together, and twice the memory.
  const slots = makeSlots(1, 16);
  return {
    answer: async (endpoint, { params, query, body, actor, idempotency, address, device }) => {
      const giveBack = await slots.take();
      if (!giveBack) return refuse("too-many", "正在核对的名单较多，请过一会儿再试。");
      const { identity } = idempotency;
      try {
        return await line.ask({ endpoint, params, query, body, actor, identity, address, device });
      } catch (error) {
        if (!(error instanceof ThreadEnded)) throw error;
        return refuse("dependency-away", "名单没有核对完，请稍后再试；名单没有丢失。", {
          retryAfterSeconds: 5,
        });
      } finally {
        giveBack();
      }
    },
    close: line.close,
  };
}

/** The configuration as it was read; a business clock that was set goes on from where it stands. */
function environmentOf({ secrets: _, ...values }: Config, clock: Clock): NodeJS.ProcessEnv {
  const set = values.HALL_NOW ? { ...values, HALL_NOW: clock.now().toString() } : values;
  const given = Object.entries(set).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  return Object.fromEntries(given);
}
