import { existsSync, readFileSync } from "node:fs";

const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const LOOK_EVERY_MS = 1_000;

/**
 * Collects what has to be stopped, and stops it once, the newest first: what was started last
 * stands on what was started before it. What is added during the stop is stopped at once.
 */
export function createShutdown() {
  const stops = [];
  let stopped;
  return {
    add(stop) {
      if (stopped) return stop();
      stops.push(stop);
      return undefined;
    },
    /** Throws the first error after everything else has been stopped all the same. */
    stop() {
      stopped ??= stopAll(stops);
      return stopped;
    },
    get isStopping() {
      return stopped !== undefined;
    },
  };
}

async function stopAll(stops) {
  const errors = [];
  for (const stop of stops.reverse()) {
    try {
      await stop();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

/**
 * Stops at Ctrl-C, at a stop signal, at a closed terminal, and when the npm that started us is
 * gone. A second Ctrl-C does not wait: everything that we started notices our end by itself.
 */
export function stopWhenTold(shutdown) {
  const stop = async (exitCode) => {
    if (shutdown.isStopping) process.exit(exitCode);
    await shutdown.stop();
    process.exit(exitCode);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, () => stop(signal === "SIGINT" ? 130 : 0));
  if (process.env.npm_lifecycle_event) whenAncestorsChange(() => stop(1));
}

/** A killed npm sends no signal; its child is handed to another parent. */
function whenAncestorsChange(callback) {
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** Our parent, and the parent of the shell that npm may have put between itself and us. */
function ancestors() {
  return `${process.ppid} ${isShell(process.ppid) ? parentOf(process.ppid) : ""}`;
}

const isShell = (pid) => /^Name:\t(sh|dash|bash|ash|busybox)$/m.test(statusOf(pid));

const parentOf = (pid) => /^PPid:\t(\d+)$/m.exec(statusOf(pid))?.[1];

function statusOf(pid) {
  const file = `/proc/${pid}/status`;
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
