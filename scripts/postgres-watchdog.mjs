// Starts PostgreSQL and stops it when standard input closes. The launcher holds the other end of
// that pipe, so PostgreSQL goes with the launcher even if that is killed without a chance to say
// so. Prints one line when the server is ready; restarts a server that crashed.
import { spawn } from "node:child_process";
import { closeSync, existsSync, readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { openLog } from "./log-file.mjs";
import { lockOf } from "./stop-leftover-postgres.mjs";

const { program, data, account, port, log, throwaway } = JSON.parse(process.argv[2]);
const LOOK_EVERY_MS = 25;
const PAUSE_AFTER_CRASH_MS = 250;
const CRASHES_IN_A_ROW = 20; // the leftovers of a killed server take some seconds to go
const FAST_SHUTDOWN_MS = 10_000;
const STATUS_LINE = 7; // of postmaster.pid, counted from 0

let server;
let logLengthBefore = 0;
let stopping = false;

process.stdin.resume();
process.stdin.on("end", stop);
process.stdin.on("error", stop);
process.stdout.on("error", stop); // nobody reads us any more
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("SIGHUP", () => {}); // a closed terminal is the launcher's affair

let crashes = 0;
while (!stopping) {
  const { code, wasReady } = await runServer();
  if (stopping) break;
  crashes = wasReady ? 0 : crashes + 1;
  const mayPass = /postmaster\.pid|shared memory/.test(complaint());
  if (!wasReady && (!mayPass || crashes >= CRASHES_IN_A_ROW)) {
    process.stderr.write(complaint());
    process.exit(code || 1);
  }
  await sleep(PAUSE_AFTER_CRASH_MS);
}
process.exit(0);

async function runServer() {
  const output = openLog(log);
  logLengthBefore = logLength();
  const loopbackOnly = ["-c", "listen_addresses=127.0.0.1", "-k", ""];
  // A test database that forgets itself in a power cut loses nothing; one that loses acknowledged
  // commits in a crash of PostgreSQL would hide faults, so synchronous_commit stays on.
  const unflushed = throwaway ? ["-c", "fsync=off", "-c", "full_page_writes=off"] : [];
  server = spawn(program, ["-D", data, "-p", String(port), ...loopbackOnly, ...unflushed], {
    ...account,
    cwd: data,
    stdio: ["ignore", output, output],
    detached: true,
  });
  closeSync(output);
  let code;
  const ended = new Promise((resolve) => {
    server.once("error", (error) => resolve(process.stderr.write(`${error}\n`)));
    server.once("exit", resolve);
  }).then((exitCode) => {
    code = typeof exitCode === "number" ? exitCode : 1;
  });
  if (stopping) stop();
  let wasReady = false;
  while (code === undefined && !wasReady) {
    await Promise.race([ended, sleep(LOOK_EVERY_MS)]);
    wasReady = code === undefined && isReady(server.pid);
  }
  if (wasReady) process.stdout.write("ready\n");
  await ended;
  return { code, wasReady };
}

/** PostgreSQL writes its state into the file by which it locks the folder. */
function isReady(pid) {
  const lines = lockOf(data);
  return Number(lines[0]) === pid && lines[STATUS_LINE]?.trim() === "ready";
}

function stop() {
  stopping = true;
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  server.kill("SIGINT");
  setTimeout(() => server.kill("SIGQUIT"), FAST_SHUTDOWN_MS).unref();
}

function logLength() {
  return existsSync(log) ? statSync(log).size : 0;
}

/** What the server of this run has written. */
function complaint() {
  return existsSync(log) ? readFileSync(log).subarray(logLengthBefore).toString() : "";
}
