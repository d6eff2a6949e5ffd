import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Config } from "../config.ts";
import type { PressAnswer, PressOrder } from "../threads/press-paper.ts";

/** Makes signed PDFs in a thread of its own, one after the other. */
export interface PaperPress {
  readonly press: (content: PressOrder["content"]) => Promise<Uint8Array<ArrayBuffer>>;
  readonly close: () => Promise<void>;
}

const LONGEST_MS = 120_000;

export function openPaperPress(config: Config): PaperPress {
  let thread: Worker | null = null;
  let next = 0;
  const waiting = new Map<number, (answer: PressAnswer) => void>();
  const fail = (reason: string) => {
    for (const [id, settle] of waiting) settle({ id, failed: reason });
    waiting.clear();
    thread = null;
  };
  const open = (): Worker => {
    const authority = readFileSync(config.secrets.authorityFile, "utf8");
    const started = new Worker(new URL("./press-paper.js", import.meta.url), {
      workerData: { authority },
      // react-pdf takes half as long again with the checks of development.
      env: { ...process.env, NODE_ENV: "production" },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    started.on("message", (answer: PressAnswer) => {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    });
    started.on("error", (error) => fail(error.message));
    started.on("exit", () => fail("the thread ended"));
    return started;
  };
  return {
    press: (content) =>
      new Promise((resolve, reject) => {
        thread ??= open();
        const id = next++;
        const late = setTimeout(() => void thread?.terminate(), LONGEST_MS);
        waiting.set(id, (answer) => {
          clearTimeout(late);
          if ("failed" in answer) reject(new Error(`paper not made: ${answer.failed}`));
          else resolve(answer.bytes);
        });
        thread.postMessage({ id, content } satisfies PressOrder);
      }),
    close: async () => {
      await thread?.terminate();
    },
  };
}
