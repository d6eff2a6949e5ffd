import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { freePort } from "./free-port.mjs";
import {
  accountFor,
  isRoot,
  makePrivateFolder,
  othersMayEnter,
  postgresPrograms,
} from "./postgres-programs.mjs";
import { leftoverPid, stopLeftover } from "./stop-leftover-postgres.mjs";

const WATCHDOG = fileURLToPath(new URL("./postgres-watchdog.mjs", import.meta.url));
const DATABASE = "hall";
const PORT_ATTEMPTS = 3;

/**
 * Starts a real PostgreSQL out of npm packages: the same engine as in production, with nothing
 * to install. It listens on loopback only, asks for a generated password, and lives no longer
 * than this process.
 *
 * @param {object} options
 * @param {string} options.folder where data, passwords and log are kept; made if missing
 * @param {number} options.preferredPort another is chosen if it is taken
 * @param {boolean} [options.throwaway] a database for tests: not flushed to the disk, so that it
 *   is quick; it does not survive a power cut
 * @returns {Promise<{ url: string, pid: () => number | undefined, stop: () => Promise<void>,
 *   ended: Promise<void> }>} `url` is that of an account without superuser rights which owns the
 *   database `hall` and may create others; `pid` is the server's, which a crash changes
 */
export async function startEmbeddedPostgres({ folder, preferredPort, throwaway = false }) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const home = reachableHome(folder);
  const data = path.join(home, "data");
  const account = accountFor(data);
  const program = postgresPrograms(home);
  const passwords = keptPasswords(path.join(folder, "passwords.json"));

  if (!existsSync(path.join(data, "PG_VERSION"))) {
    await initialise({ home, data, account, program, password: passwords.postgres, throwaway });
  }
  await stopLeftover(data);

  const log = path.join(folder, "postgres.log");
  const watchdog = { program: program("postgres"), data, account, log, throwaway };
  const { port, ...server } = await startOnFreePort(watchdog, preferredPort);
  await createOwnerAndDatabase(port, passwords, throwaway);
  const pid = () => leftoverPid(data);
  return { url: urlOf("hall", passwords.hall, port, DATABASE), pid, ...server };
}

/**
 * Under root the data belongs to another account, which must be able to reach it. Where it can't
 * enter our folder, the data lives in /var/tmp, which unlike /tmp survives a restart; a name that
 * nobody could have made before us is remembered here.
 */
function reachableHome(folder) {
  if (!isRoot || othersMayEnter(folder)) return folder;
  const note = path.join(folder, "place");
  const known = existsSync(note) ? readFileSync(note, "utf8").trim() : undefined;
  if (known && existsSync(known)) return known;
  const home = mkdtempSync("/var/tmp/hall-postgres-");
  chmodSync(home, 0o711);
  writeFileSync(note, home);
  return home;
}

/** Generated once and kept where only we can read them. */
function keptPasswords(file) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const password = () => randomBytes(24).toString("base64url");
  const passwords = { postgres: password(), hall: password() };
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

/**
 * Made beside its place and moved there when it is whole: a cut-off initialisation leaves a folder
 * that looks like a database and is none.
 */
async function initialise({ home, data, account, program, password, throwaway }) {
  for (const name of readdirSync(home).filter((each) => each.startsWith("new-"))) {
    rmSync(path.join(home, name), { recursive: true, force: true });
  }
  const workshop = mkdtempSync(path.join(home, "new-"));
  const made = path.join(workshop, "data");
  const passwordFile = path.join(workshop, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  makePrivateFolder(made, account);
  if (account.uid !== undefined) {
    for (const file of [workshop, passwordFile]) chownSync(file, account.uid, account.gid);
  }
  const child = spawn(
    program("initdb"),
    [
      ["-D", made, "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
      throwaway ? ["--no-sync"] : [],
    ].flat(),
    // Ctrl-C in the terminal is for us; this ends by itself in a second.
    { ...account, cwd: made, detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const failure = await failureOf(child);
  if (failure === undefined) renameSync(made, data);
  rmSync(workshop, { recursive: true, force: true });
  if (failure === undefined) return;
  throw new Error(`PostgreSQL could not make its files in ${home}: ${failure}`);
}

/** What a program complained of when it failed; undefined when it succeeded. */
function failureOf(child) {
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => resolve(code === 0 ? undefined : complaint));
  });
}

async function startOnFreePort(watchdog, preferredPort) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(preferredPort);
    try {
      return { port, ...(await startWatchdog({ ...watchdog, port })) };
    } catch (error) {
      // Somebody was quicker at the port between our look and PostgreSQL's.
      const taken = /could not bind|could not create any TCP/.test(error.message);
      if (!taken || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

async function startWatchdog(settings) {
  const child = spawn(process.execPath, [WATCHDOG, JSON.stringify(settings)], {
    // Its standard input is a pipe from us: the kernel closes it however we end.
    stdio: ["pipe", "pipe", "pipe"],
    detached: true, // Ctrl-C in the terminal must not reach PostgreSQL before the API has ended
  });
  const ended = once(child, "close").then(() => {});
  child.stdin.on("error", () => {}); // already gone: there is nobody left to tell
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const ready = await Promise.race([once(child.stdout, "data"), ended.then(() => undefined)]);
  if (!ready) throw new Error(`PostgreSQL did not start:\n${complaint}`);
  let isTold = false;
  const stop = async () => {
    isTold = true;
    child.stdin.end();
    await ended;
  };
  ended.then(() => {
    if (!isTold) console.error(`PostgreSQL's watchdog has ended: ${complaint || "without a word"}`);
  });
  return { stop, ended };
}

/** The hall works without superuser rights: what the database guards, it guards from us too. */
async function createOwnerAndDatabase(port, passwords, throwaway) {
  const client = new pg.Client(urlOf("postgres", passwords.postgres, port, "postgres"));
  await client.connect();
  try {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'hall'");
    if (role.rowCount === 0) {
      const password = pg.escapeLiteral(passwords.hall);
      // Tests make accounts with fewer rights, to see that they suffice.
      const more = throwaway ? "CREATEROLE" : "";
      await client.query(`CREATE ROLE hall LOGIN CREATEDB ${more} PASSWORD ${password}`);
    }
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER hall`);
  } finally {
    await client.end();
  }
}

const urlOf = (user, password, port, database) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
