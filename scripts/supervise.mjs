import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const EXIT_WITH_PARENT = new URL("./exit-with-parent.mjs", import.meta.url).href;
const GRACE_MS = 15_000; // longer than the API takes to answer what it has begun
const PAUSE_BEFORE_RESTART_MS = 500;
const SHORT_LIFE_MS = 10_000;
const SHORT_LIVES_IN_A_ROW = 3;

/**
 * Starts a Node program of the hall, bound to our life, without waiting for it.
 *
 * @param {string} file the program
 * @param {{ env: NodeJS.ProcessEnv, output?: "inherit" | "ignore" | number }} options
 */
export function startProgram(file, { env, output = "inherit" }) {
  return spawn(process.execPath, ["--enable-source-maps", "--import", EXIT_WITH_PARENT, file], {
    env,
    stdio: ["ignore", output, output, "ipc"],
    // Ctrl-C reaches a whole terminal; the programs are to be ended in order, by us.
    detached: true,
  });
}

/** Runs a Node program of the hall to its end. Answers its exit code, or 1 when a signal ended it. */
export function runProgram(file, options) {
  const child = startProgram(file, options);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * Keeps a program running: starts it again after a crash, and gives up when it crashes as soon
 * as it starts.
 *
 * @param {string} name what the person reads when it crashes
 * @param {string} file
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env read at each start
 * @param {"inherit" | "ignore" | number} [options.output]
 * @param {boolean} [options.persistent] never gives up and says nothing, for who kills it on purpose
 * @returns {{ stop: () => Promise<void>, gaveUp: Promise<string>, pid: () => number | undefined }}
 *   `gaveUp` answers a sentence and never rejects; it stays open while the program runs or was
 *   stopped. `pid` is that of the process that runs now, and undefined between two
 */
export function supervise(name, file, options) {
  let child;
  let stopping = false;
  let finished;

  const gaveUp = new Promise((resolve) => {
    finished = keepRunning(resolve);
  });

  async function keepRunning(giveUp) {
    let shortLives = 0;
    while (!stopping) {
      const startedAt = performance.now();
      child = startProgram(file, options);
      const how = await endOf(child);
      if (stopping) return;
      if (options.persistent) {
        await sleep(PAUSE_BEFORE_RESTART_MS);
        continue;
      }
      shortLives = performance.now() - startedAt < SHORT_LIFE_MS ? shortLives + 1 : 0;
      if (shortLives >= SHORT_LIVES_IN_A_ROW) {
        giveUp(`${name} ended again and again (${how}).`);
        return;
      }
      console.error(`${name} ended (${how}) and is started again.`);
      await sleep(PAUSE_BEFORE_RESTART_MS);
    }
  }

  async function stop() {
    stopping = true;
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    await finished;
    clearTimeout(timer);
  }

  const runs = () => child.exitCode === null && child.signalCode === null;
  return { stop, gaveUp, pid: () => (runs() ? child.pid : undefined) };
}

const endOf = (child) =>
  new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
