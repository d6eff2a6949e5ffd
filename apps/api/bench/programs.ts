import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { BarePlan } from "./limits/bare.ts";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const BARE = fileURLToPath(new URL("./limits/bare.ts", import.meta.url));
const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 20;

export interface Program {
  readonly port: number;
  /** Seconds of CPU that it has taken; null where the system doesn't say. */
  readonly cpuSeconds: () => number | null;
  readonly stop: () => Promise<void>;
}

/** The built API, as it runs in production: one process. */
export async function startApi(
  env: NodeJS.ProcessEnv,
  nodeArguments: readonly string[] = [],
): Promise<Program> {
  const port = await freePort();
  const child = fork(MAIN, [], {
    env: { ...env, HALL_PORT: String(port), HALL_METRICS_PORT: "0" },
    execArgv: [...nodeArguments],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await untilReady(child, port);
  return programOf(child, port);
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  const end = performance.now() + READY_WITHIN_MS;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error("the API did not become ready");
}

/** Express and the driver alone, on the same statements. */
export async function startBare(plan: BarePlan): Promise<Program> {
  const child = fork(BARE, [], {
    env: { ...process.env, HALL_BARE_PLAN: JSON.stringify(plan), NODE_ENV: "production" },
    execArgv: ["--import", "tsx"],
  });
  const [port] = (await once(child, "message")) as [number];
  return programOf(child, port);
}

function programOf(child: ChildProcess, port: number): Program {
  return {
    port,
    cpuSeconds: () => cpuSecondsOf(child.pid ?? 0),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

const TICKS_A_SECOND = 100;

/** User and system time of a process with all its threads (Linux). */
function cpuSecondsOf(pid: number): number | null {
  try {
    const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "";
    const fields = after.split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
