import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const GRACE_MS = 10_000;
const STEP_MS = 50;

/**
 * Stops a PostgreSQL that still runs on the data folder, for which the watchdog of an earlier
 * start must have been killed as well. Stopped and not adopted: nobody would end it otherwise.
 *
 * @param {string} data PostgreSQL's data folder
 */
export async function stopLeftover(data) {
  const pid = leftoverPid(data);
  if (pid === undefined) return;
  if (!isPostgresOn(pid, data)) {
    // The number was given to another program since: the file would keep PostgreSQL from starting.
    rmSync(path.join(data, "postmaster.pid"), { force: true });
    return;
  }
  if (await ends(pid, "SIGINT")) return; // fast shutdown: ends sessions, writes a checkpoint
  if (await ends(pid, "SIGQUIT")) return; // immediate shutdown: the next start recovers
  throw new Error(`A PostgreSQL (process ${pid}) holds ${data} and does not stop.`);
}

/** The server that runs on the data folder, undefined where none does. */
export function leftoverPid(data) {
  const pid = Number.parseInt(lockOf(data)[0], 10);
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) ? pid : undefined;
}

/**
 * The lines of the file by which PostgreSQL locks its folder; none where it isn't there. It is
 * removed and made anew while one looks.
 */
export function lockOf(data) {
  try {
    return readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if (error.code === "ENOENT") return [""];
    throw error;
  }
}

/** Where the system doesn't show command lines, PostgreSQL's own file is believed. */
function isPostgresOn(pid, data) {
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync("/proc/self/cmdline")) return true;
  return existsSync(commandLine) && readFileSync(commandLine, "utf8").split("\0").includes(data);
}

async function ends(pid, signal) {
  process.kill(pid, signal);
  for (let waited = 0; waited < GRACE_MS; waited += STEP_MS) {
    if (!isAlive(pid)) return true;
    await sleep(STEP_MS);
  }
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM"; // there, but another's
  }
}
