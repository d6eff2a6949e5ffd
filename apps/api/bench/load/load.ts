import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Measured, Plan } from "./plan.ts";

const PROGRAM = fileURLToPath(new URL("./process.ts", import.meta.url));

/**
 * Fires a plan from another process and answers what came of it. What goes on `during` it begins
 * when requests do, and ends the load with it; `warm` is called when answers begin to count.
 */
export async function load(
  plan: Plan,
  { during, warm }: { during?: () => Promise<unknown>; warm?: () => void } = {},
): Promise<Measured> {
  const child = fork(PROGRAM, [], { execArgv: ["--import", "tsx"] });
  const measured = new Promise<Measured>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the load ended with ${code} and no answer`)));
    child.on("message", (message: Measured | "begun" | "warm") => {
      if (message === "warm") return warm?.();
      if (message !== "begun") return resolve(message);
      const enough = () => child.connected && child.send("enough");
      during?.().then(enough, enough);
    });
  });
  child.send(plan);
  return measured;
}
