import { Worker } from "node:worker_threads";
import { threadProgram } from "../thread-program.ts";
import type { ThreadWork, Work } from "./thread-messages.ts";

/** MB of memory for one list; a list of 20,000 rows takes about 80. */
const MEMORY_MB = 320;
/** Longest that one piece of work may take. */
const LONGEST_MS = 60_000;

/** The thread ran out of time or memory, or was too much for it otherwise. */
export class ListThreadFailure extends Error {
  override readonly name = "ListThreadFailure";
}

/** A thread of its own for one list, to be closed when done. */
export interface ListThread {
  /** Throws ListThreadFailure where time or memory don't suffice; the thread is gone then. */
  ask<W extends Work>(work: W, ask: ThreadWork[W]["ask"]): Promise<ThreadWork[W]["answer"]>;
  close(): Promise<void>;
}

export function openListThread(longestMs = LONGEST_MS, memoryMb = MEMORY_MB): ListThread {
  const worker = new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // An unheard error would end the process; the one who asks next is told.
  let failed: Error | null = null;
  worker.on("error", (error) => {
    failed = error;
  });
  return {
    ask: (work, ask) =>
      new Promise((resolve, reject) => {
        if (failed) return reject(failure(failed));
        const end = (settle: () => void) => {
          clearTimeout(timer);
          worker.removeAllListeners("message").off("error", onError).off("exit", onExit);
          settle();
        };
        const onError = (error: Error) => end(() => reject(failure(error)));
        const onExit = () => end(() => reject(new ListThreadFailure("the thread has ended")));
        const timer = setTimeout(() => {
          end(() => reject(new ListThreadFailure(`longer than ${longestMs} ms`)));
          void worker.terminate();
        }, longestMs);
        worker.on("message", (answer) => end(() => resolve(answer)));
        worker.on("error", onError).on("exit", onExit);
        worker.postMessage({ work, ...ask });
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

/** Out of memory is the list's fault; anything else that is thrown in there is ours. */
function failure(error: Error): Error {
  const outOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return outOfMemory ? new ListThreadFailure(error.message) : error;
}

const program = threadProgram("read-list");
