import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { openDatabase, startHall } from "./hall.mjs";
import { takeLauncherLock } from "./launcher-lock.mjs";
import { ROOT, runOrThrow } from "./processes.mjs";

const FOLDER = path.resolve(ROOT, process.env.HALL_DIR ?? ".hall");
const DEFAULT_PORT = 8080;

/** `npm start`: builds what has changed, opens the hall, and keeps it open until told to stop. */
export async function main(shutdown) {
  // Others may pass through, for the database runs under an account of its own, and not look.
  mkdirSync(FOLDER, { recursive: true, mode: 0o711 });
  let state = "It is still starting.";
  const lock = await takeLauncherLock(FOLDER, () => state);
  if (lock.holder !== undefined) {
    console.error(`A hall already runs on ${FOLDER}. ${lock.holder}`);
    process.exitCode = 1;
    return;
  }
  shutdown.add(lock.release);
  try {
    const hall = await open(shutdown);
    shutdown.add(async () => console.log("\nClosing the hall…"));
    state = `It is at ${hall.url}`;
    if (!shutdown.isStopping) console.log(welcome(hall));
    console.error(await hall.failed);
  } catch (error) {
    // A program that we stopped ourselves fails as well, and is no news.
    if (!shutdown.isStopping) console.error(error.message);
  }
  await shutdown.stop();
  process.exit(1);
}

async function open(shutdown) {
  const place = { folder: FOLDER, databaseUrl: process.env.DATABASE_URL };
  console.log("Building what has changed and starting the database…");
  // Neither needs the other, and the database takes a second on its own.
  const [databaseUrl] = await Promise.all([openDatabase(place, shutdown), build()]);
  console.log("Opening the hall…");
  const port = Number(process.env.HALL_PORT ?? DEFAULT_PORT);
  const host = process.env.HALL_HOST;
  return startHall({ ...place, databaseUrl, port, ...(host ? { host } : {}) }, shutdown);
}

/** turbo keeps what it built: with nothing changed this takes half a second. */
const build = () =>
  runOrThrow(["turbo", "run", "build", "--output-logs=errors-only"], { quiet: true });

function welcome({ url, demoPeopleFile }) {
  const people = existsSync(demoPeopleFile) ? `\n${readFileSync(demoPeopleFile, "utf8")}` : "";
  return `
The hall is open.

  Citizens and organisations  ${url}/
  Back office                 ${url}/backoffice
  API documentation           ${url}/api/docs
${people}
Everything it keeps is in ${FOLDER}. Ctrl-C closes it.
`;
}
