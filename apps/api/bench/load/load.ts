import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Measured, Plan } from "./plan.ts";

const PROGRAM = fileURLToPath(new URL("./process.ts", import.meta.url));

/** Fires a plan from another process and answers what came of it. */
export function load(plan: Plan): Promise<Measured> {
  const child = fork(PROGRAM, [], { execArgv: ["--import", "tsx"] });
  return new Promise((resolve, reject) => {
    let answer: Measured | null = null;
    child.once("message", (measured) => {
      answer = measured as Measured;
    });
    child.once("error", reject);
    child.once("exit", (code) => {
      if (answer) resolve(answer);
      else reject(new Error(`the load ended with ${code} and no answer`));
    });
    child.send(plan);
  });
}
