import type { Hall } from "../hall.ts";
import { chainAudit } from "./chain.ts";

const EVERY_MS = 3_000;

/**
 * Chains what is logged within seconds, until stopped; stopping waits for the run under way. Many
 * may run: one at a time finds anything to do. A run that fails is made up by the next.
 */
export function startChainer(hall: Hall): { readonly stop: () => Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = async () => {
    try {
      await chainAudit(hall);
    } catch (error) {
      hall.log.error(
        { name: error instanceof Error ? error.name : typeof error },
        "audit not chained",
      );
    }
    if (!isStopped) timer = setTimeout(next, EVERY_MS);
  };
  const next = () => {
    running = run();
  };
  next();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
