import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Config } from "../config.ts";
import { openThreadLine } from "../thread-line.ts";
import { threadProgram } from "../thread-program.ts";
import type { PressOrder } from "../threads/press-paper.ts";

/** Makes signed PDFs in a thread of its own, one after the other. */
export interface PaperPress {
  readonly press: (content: PressOrder) => Promise<Uint8Array<ArrayBuffer>>;
  readonly close: () => Promise<void>;
}

const LONGEST_MS = 120_000;

export function openPaperPress(config: Config): PaperPress {
  const open = () =>
    new Worker(threadProgram("press-paper"), {
      workerData: { authority: readFileSync(config.secrets.authorityFile, "utf8") },
      // react-pdf takes half as long again with the checks of development.
      env: { ...process.env, NODE_ENV: "production" },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
  const line = openThreadLine<PressOrder, Uint8Array<ArrayBuffer>>(open, LONGEST_MS);
  return { press: line.ask, close: line.close };
}
