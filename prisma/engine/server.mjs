import pg from "pg";

/** Parameters that Prisma understands in a connection string and the plain driver does not. */
const PRISMA_PARAMETERS = ["schema", "connection_limit", "pool_timeout", "pgbouncer"];

const SQLSTATE_TO_PRISMA = {
  "3D000": "P1003", // database does not exist
  "28P01": "P1000", // wrong password
  28000: "P1000",
  ECONNREFUSED: "P1001",
  ENOTFOUND: "P1001",
};

/** Prisma's error code for a failed connection; undefined where it has none. */
export const prismaErrorCode = (error) => SQLSTATE_TO_PRISMA[error.code];

/** The PostgreSQL schema that the connection string names, if it names one. */
export const schemaIn = (url) => new URL(url).searchParams.get("schema") ?? undefined;

/** The connection string as the plain driver understands it. */
export function plainUrl(url) {
  const plain = new URL(url);
  for (const parameter of PRISMA_PARAMETERS) plain.searchParams.delete(parameter);
  return plain.toString();
}

/** The same server and account, another database. */
export function urlOfDatabase(url, name) {
  const other = new URL(plainUrl(url));
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.toString();
}

/** Throws the driver's error when the database cannot be reached. */
export async function assertReachable(url) {
  const client = new pg.Client({ connectionString: plainUrl(url) });
  await client.connect();
  await client.end();
}

/** Creates the database that the connection string names and answers its name. */
export async function createDatabase(url) {
  const name = databaseIn(url);
  await onMaintenanceDatabase(url, (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`),
  );
  return name;
}

/** Creates an empty database of the given name beside the one in the connection string. */
export const createEmptyDatabase = (url, name) =>
  onMaintenanceDatabase(url, (client) =>
    // template0: objects that somebody put into template1 would look like drift.
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0`),
  );

export const dropDatabase = (url, name) =>
  onMaintenanceDatabase(url, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  );

const databaseIn = (url) => decodeURIComponent(new URL(url).pathname.slice(1)) || "postgres";

/**
 * A database cannot be created from within itself. `postgres` and `template1` are there on most
 * servers; on a hosted one perhaps only the named database lets us in.
 */
async function onMaintenanceDatabase(url, work) {
  const named = databaseIn(url);
  for (const database of ["postgres", "template1", named]) {
    const client = new pg.Client({ connectionString: urlOfDatabase(url, database) });
    try {
      await client.connect();
    } catch (error) {
      if (database === named) throw error;
      continue;
    }
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
