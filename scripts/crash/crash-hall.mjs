import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startEmbeddedPostgres } from "../embedded-postgres.mjs";
import { program, startHall } from "../hall.mjs";
import { createShutdown } from "../shutdown.mjs";
import { throwawayFolder } from "../throwaway-folder.mjs";
import { openSmsReceiver } from "./sms-receiver.mjs";

const LOOK_EVERY_MS = 50;
const BACK_WITHIN_MS = 120_000; // a small machine under load is slow and still gets there
export const BUSINESS_TIME = "2026-03-17T10:00:00";

/**
 * A hall that is there to be killed: its database flushes to the disk as in service, its programs
 * are started again however often they die, and its messages go to a flaky receiver.
 *
 * @param {NodeJS.ProcessEnv} [more] environment of the programs
 */
export async function openCrashHall(more = {}) {
  const shutdown = createShutdown();
  const { folder, remove } = throwawayFolder();
  shutdown.add(remove);
  try {
    const postgres = await startEmbeddedPostgres({
      folder: path.join(folder, "postgres"),
      preferredPort: 0,
    });
    shutdown.add(postgres.stop);
    const receiver = await openSmsReceiver();
    shutdown.add(receiver.close);
    const secretFile = path.join(folder, "sms-secret");
    writeFileSync(secretFile, "a secret of the crash test alone\n", { mode: 0o600 });
    const env = {
      HALL_NOW: BUSINESS_TIME,
      SMS_GATEWAY_URL: receiver.url,
      SMS_GATEWAY_ID: "crash",
      SMS_GATEWAY_SECRET_FILE: secretFile,
      ...more,
    };
    const hall = await startHall(
      { folder, databaseUrl: postgres.url, port: 0, env, persistent: true },
      shutdown,
    );
    return {
      folder,
      receiver,
      url: `http://127.0.0.1:${hall.env.HALL_PORT}`,
      env: hall.env,
      databaseUrl: postgres.url,
      pids: { ...hall.pids, postgres: postgres.pid },
      command: (name, args = []) => runCommand(name, args, hall.env),
      log: (name) => readFileSync(path.join(folder, `${name}.log`), "utf8"),
      stop: shutdown.stop,
    };
  } catch (error) {
    await shutdown.stop();
    throw error;
  }
}

/** Ends a process as a power switch does, and waits until another one answers in its place. */
export async function killAndAwait(hall, victim) {
  const pid = await until(() => hall.pids[victim](), `${victim} to run`);
  process.kill(pid, "SIGKILL");
  const killedAt = performance.now();
  await until(async () => {
    const next = hall.pids[victim]();
    return next !== undefined && next !== pid && (victim === "worker" || (await isReady(hall)));
  }, `${victim} to be back`);
  return performance.now() - killedAt;
}

/** Ends one connection's process: PostgreSQL then ends all others and recovers. */
export async function killBackend(hall) {
  const pid = await withClient(hall.databaseUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT pid FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`,
    );
    return rows[0]?.pid;
  });
  if (pid === undefined) return 0;
  process.kill(pid, "SIGKILL");
  const killedAt = performance.now();
  await until(() => isReady(hall), "PostgreSQL to be back");
  return performance.now() - killedAt;
}

export async function isReady({ url }) {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}

/** Repeats a look until it answers something true, and says for what it waited in vain. */
export async function until(look, what, withinMs = BACK_WITHIN_MS) {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** Tries at once what waits for its next try, each time longer: as an operator would. */
export const HURRY = `
  SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
    FROM graphile_worker.jobs WHERE locked_at IS NULL AND attempts > 0 AND run_at > now()`;

/** A connection of the test's own, which may be lost as any other: then it is tried anew. */
export async function withClient(url, use) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 30_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** An operator's command of the API, as `{ code, output }`. */
export const runCommand = (name, args, env) => runScript(program(name), args, env);

/** A Node program to its end, as `{ code, output }`. */
export function runScript(file, args, env) {
  const child = spawn(process.execPath, [file, ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}
