import {
  closeSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { freePort } from "./free-port.mjs";
import { openLog, tailOf } from "./log-file.mjs";
import { migrate } from "./migrate.mjs";
import { ROOT } from "./processes.mjs";
import { makeMissingSecrets } from "./secrets.mjs";
import { runProgram, supervise } from "./supervise.mjs";

const PROGRAMS = path.join(ROOT, "apps", "api", "dist");
/** Folders of a hall, within the one that it is told. */
export const SECRETS = "secrets";
export const DATA = "data";
const LOOK_EVERY_MS = 50;
const READY_WITHIN_MS = 120_000; // a small machine under load is slow and still gets there
const POSTGRES_PORT = 5480; // beside the usual one, which a PostgreSQL of the person's may hold

/**
 * The database of a hall: the one named by `databaseUrl`, else an embedded one in the folder.
 *
 * @param {{ add: (stop: () => Promise<void>) => void }} shutdown learns how to stop it
 * @returns {Promise<string>} its connection string
 */
export async function openDatabase({ folder, databaseUrl, throwaway }, shutdown) {
  if (databaseUrl) return databaseUrl;
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, "postgres"),
    preferredPort: throwaway ? 0 : POSTGRES_PORT,
    throwaway,
  });
  await shutdown.add(postgres.stop);
  return postgres.url;
}

/**
 * Starts a built hall: migrates and seeds the database, then runs API and worker. The programs
 * are told everything by their environment:
 *
 * - `DATABASE_URL`
 * - `HALL_HOST`, `HALL_PORT`: where the API listens; `HALL_PUBLIC_URL`: how people reach it
 * - `HALL_METRICS_PORT`, `HALL_WORKER_METRICS_PORT`: loopback ports for metrics
 * - `HALL_SECRETS_DIR`: see secrets.mjs
 * - `HALL_DATA_DIR`: uploaded files, papers, sent messages
 * - `HALL_STATIC_DIR`: the built pages, `web/` and `backoffice/`
 * - `HALL_DEMO_PEOPLE_FILE`: where the seed writes the demo's sign-ins
 *
 * @param {object} options
 * @param {string} options.folder everything that this hall keeps
 * @param {string} options.databaseUrl
 * @param {number} options.port another is chosen if it is taken
 * @param {string} [options.host] address to listen on; loopback unless told
 * @param {NodeJS.ProcessEnv} [options.env] further environment of the programs
 * @param {boolean} [options.persistent] starts a program again however often it dies
 * @param {{ add: (stop: () => Promise<void>) => void }} shutdown learns how to stop it
 * @returns {Promise<{ url: string, demoPeopleFile: string, env: NodeJS.ProcessEnv,
 *   failed: Promise<string>, pids: Record<"api" | "worker", () => number | undefined> }>} `failed`
 *   answers a sentence once a program cannot be kept running
 */
export async function startHall(options, shutdown) {
  const { folder, databaseUrl, host = "127.0.0.1" } = options;
  const env = await environmentOf({ ...options, host });
  await migrate(databaseUrl);
  keepPlaces(folder, env);

  const seeded = await runProgram(program("seed"), { env });
  if (seeded !== 0) throw new Error(`The demo data could not be made (exit code ${seeded}).`);

  const start = (name, file, logName) => {
    const log = path.join(folder, logName);
    const output = openLog(log);
    const { persistent } = options;
    const supervised = supervise(name, program(file), { env, output, persistent });
    shutdown.add(async () => {
      await supervised.stop();
      closeSync(output);
    });
    const gaveUp = supervised.gaveUp.then((sentence) => `${sentence}\n${tailOf(log)}`);
    return { gaveUp, pid: supervised.pid };
  };
  const worker = start("The worker", "worker", "worker.log");
  const api = start("The API", "main", "api.log");
  const failed = Promise.race([worker.gaveUp, api.gaveUp]);

  await untilReady(`http://${reachable(host)}:${env.HALL_PORT}/health/ready`, failed);
  const pids = { api: api.pid, worker: worker.pid };
  return { url: env.HALL_PUBLIC_URL, demoPeopleFile: env.HALL_DEMO_PEOPLE_FILE, env, failed, pids };
}

/** A built program of the API: what runs, and what an operator runs. */
export const program = (name) => path.join(PROGRAMS, `${name}.js`);

/** Notes where a running hall keeps its things, for the commands that are told its folder. */
function keepPlaces(folder, env) {
  const places = Object.fromEntries(PLACES.map((name) => [name, env[name]]));
  writeFileSync(path.join(folder, PLACES_FILE), JSON.stringify(places), { mode: 0o600 });
}

/** The environment of a command that works on the hall of a folder, which must be running. */
export function placesOf(folder) {
  const file = path.join(folder, PLACES_FILE);
  if (!existsSync(file)) throw new Error(`No hall was ever started in ${folder}.`);
  return JSON.parse(readFileSync(file, "utf8"));
}

const PLACES_FILE = "places.json";
const PLACES = ["DATABASE_URL", "HALL_SECRETS_DIR", "HALL_DATA_DIR"];

async function environmentOf({ folder, databaseUrl, host, port, env = {} }) {
  const secrets = path.join(folder, SECRETS);
  const data = path.join(folder, DATA);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  makeMissingSecrets(secrets);
  const chosen = await freePort(port, host);
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    HALL_HOST: host,
    HALL_PORT: String(chosen),
    HALL_PUBLIC_URL: process.env.HALL_PUBLIC_URL ?? `http://${reachable(host)}:${chosen}`,
    HALL_METRICS_PORT: String(await freePort(0)),
    HALL_WORKER_METRICS_PORT: String(await freePort(0)),
    HALL_SECRETS_DIR: secrets,
    HALL_DATA_DIR: data,
    HALL_STATIC_DIR: staticFiles(),
    HALL_DEMO_PEOPLE_FILE: path.join(folder, "demo-people.txt"),
    ...env,
  };
}

/** The two apps' builds side by side, as an installation without this repository has them. */
function staticFiles() {
  const folder = path.join(PROGRAMS, "static");
  mkdirSync(folder, { recursive: true });
  for (const app of ["web", "backoffice"]) {
    const link = path.join(folder, app);
    if (!existsSync(link)) symlinkSync(path.join(ROOT, "apps", app, "dist"), link, "dir");
  }
  return folder;
}

/** An address that means "every address" is none that a browser can go to. */
const reachable = (host) => (host === "0.0.0.0" || host === "::" ? "localhost" : host);

async function untilReady(url, failed) {
  let failure;
  failed.then((sentence) => {
    failure = sentence;
  });
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (failure) throw new Error(failure);
    if (await answers(url)) return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`The API does not answer at ${url}.`);
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false; // not listening yet
  }
}
