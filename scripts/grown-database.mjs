// A database with many made-up people, for measuring. It is kept, for a million take minutes.
import { mkdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { migrate } from "./migrate.mjs";
import { ROOT, runOrThrow } from "./processes.mjs";
import { makeMissingSecrets } from "./secrets.mjs";

const API = path.join(ROOT, "apps", "api");
/** A Tuesday morning with no holiday near, in a year whose calendar is published. */
const BUSINESS_TIME = "2026-03-17T10:00:00";

/**
 * Finds or makes the database of this size on a server.
 *
 * @param {object} options
 * @param {string} options.folder secrets and files of its hall
 * @param {string} options.serverUrl an account that may create databases
 * @param {number} options.people
 * @param {number} options.seed the same people for the same number
 * @returns {Promise<NodeJS.ProcessEnv>} the environment of a hall on it
 */
export async function grownDatabase({ folder, serverUrl, people, seed }) {
  const name = `hall_grown_${people}_${seed}`;
  const env = environmentOf(folder, databaseUrl(serverUrl, name));
  if (!(await isWhole(serverUrl, name))) {
    await inDatabase(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await inDatabase(serverUrl, `CREATE DATABASE ${name}`);
    await migrate(env.DATABASE_URL);
    await runOrThrow([process.execPath, path.join(API, "dist", "seed.js")], { env });
    const program = path.join(API, "bench", "grow", "main.ts");
    const asked = ["--people", String(people), "--seed", String(seed)];
    await runOrThrow([process.execPath, "--import", "tsx", program, ...asked], { cwd: API, env });
    await inDatabase(serverUrl, `COMMENT ON DATABASE ${name} IS 'whole'`);
  }
  await migrate(env.DATABASE_URL);
  return env;
}

function environmentOf(folder, url) {
  const data = path.join(folder, "data");
  const secrets = path.join(folder, "secrets");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  makeMissingSecrets(secrets);
  return {
    ...process.env,
    DATABASE_URL: url,
    HALL_SECRETS_DIR: secrets,
    HALL_DATA_DIR: data,
    HALL_NOW: BUSINESS_TIME,
    HALL_LOG_LEVEL: "error",
  };
}

const databaseUrl = (serverUrl, name) => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** A growth that was cut off leaves a database without the word. */
async function isWhole(serverUrl, name) {
  const found = await inDatabase(
    serverUrl,
    `SELECT 1 FROM pg_database WHERE datname = '${name}' AND shobj_description(oid, 'pg_database') = 'whole'`,
  );
  return found.rowCount === 1;
}

async function inDatabase(url, statement) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
