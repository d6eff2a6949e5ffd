import { Worker } from "node:worker_threads";
import type { EvidenceLimits } from "@hall/domain/evidence";
import { makeSlots } from "../lists/slots.ts";
import { threadProgram } from "../thread-program.ts";
import type { Verdict } from "./check-content.ts";

export interface CheckOrder {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly limits: EvidenceLimits;
}

const MEMORY_MB = 256;
const LONGEST_MS = 20_000;
/** A machine with too much to do may be slow to begin; that is no fault of the file's. */
const LONGEST_START_MS = 60_000;

/** Files that are checked at once: each takes a core and up to some hundred MB. */
export const checkSlots = makeSlots(2, 24);

const TOO_MUCH: Verdict = {
  fit: false,
  faults: [
    {
      point: "content",
      message: "这个文件太复杂，检查不完。请用“打印为 PDF”重新生成，或拍成照片后上传。",
    },
  ],
};

/**
 * Checks a file in a thread of its own; what takes too long or too much memory is refused. The time
 * counts from when the thread is ready. Throws where it doesn't get ready.
 */
export function checkInThread(order: CheckOrder, longestMs = LONGEST_MS): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.on("error", () => undefined); // heard by nobody, a late one would end the process
      void worker.terminate();
      settle();
    };
    const neverReady = new Error("no thread became ready for a check");
    let timer = setTimeout(() => end(() => reject(neverReady)), LONGEST_START_MS);
    worker.on("message", (message: Verdict | "ready") => {
      if (message !== "ready") return end(() => resolve(message));
      clearTimeout(timer);
      timer = setTimeout(() => end(() => resolve(TOO_MUCH)), longestMs);
      worker.postMessage({ bytes: order.bytes, limits: plainLimits(order.limits) });
    });
    worker.once("error", (error) => {
      const outOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      end(() => (outOfMemory ? resolve(TOO_MUCH) : reject(error)));
    });
    worker.once("exit", () => end(() => reject(new Error("the check ended without a verdict"))));
  });
}

/** What a slot has besides its limits may hold a function, which no thread can be sent. */
function plainLimits(limits: EvidenceLimits): EvidenceLimits {
  const { kinds, minBytes, maxBytes, maxPages, image } = limits;
  return {
    kinds,
    maxBytes,
    ...(minBytes === undefined ? {} : { minBytes }),
    ...(maxPages === undefined ? {} : { maxPages }),
    ...(image === undefined ? {} : { image }),
  };
}

const program = threadProgram("check-file");
