import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/** A table's rows as PostgreSQL's own COPY text, compressed. */
export interface DumpedTable {
  /** Schema and name, quoted where SQL needs it. */
  readonly table: string;
  readonly columns: readonly string[];
  readonly file: string;
  readonly rows: number;
  /** Of the file, lower-case hex. */
  readonly sha256: string;
}

export interface Dump {
  readonly server: string;
  readonly tables: readonly DumpedTable[];
  readonly sequences: readonly { readonly name: string; readonly last: string }[];
  /** What had been migrated, with the checksum of each migration's file. */
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  /** Migrations of the job queue, which has its own. */
  readonly queueMigrations: readonly number[];
  /** Keys of all files of the evidence store that rows name. */
  readonly storageKeys: readonly string[];
  readonly auditHead: { readonly position: string; readonly hash: string } | null;
}

/** Every table's rows as they stood at one moment: others go on writing meanwhile. */
export async function dumpDatabase(url: string, folder: string): Promise<Dump> {
  return withConnection(url, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables: DumpedTable[] = [];
    for (const found of await tablesOf(client)) tables.push(await dumpTable(client, folder, found));
    const dump = {
      server: (await client.query<{ server_version: string }>("SHOW server_version")).rows[0]
        ?.server_version as string,
      tables,
      sequences: await rowsOf<{ name: string; last: string }>(client, SEQUENCES),
      migrations: await rowsOf<{ name: string; checksum: string }>(client, MIGRATIONS),
      queueMigrations: (await rowsOf<{ id: number }>(client, QUEUE_MIGRATIONS)).map(({ id }) => id),
      storageKeys: await storageKeysOf(client),
      auditHead: (await rowsOf<{ position: string; hash: string }>(client, HEAD))[0] ?? null,
    };
    await client.query("COMMIT");
    return dump;
  });
}

/** Puts all rows in, or none. The tables are there, made by the same migrations. */
export async function loadDump(url: string, folder: string, dump: Dump): Promise<void> {
  await withConnection(url, async (client) => {
    await client.query("BEGIN");
    const names = (await tablesOf(client)).map(({ table }) => table);
    const missing = dump.tables.filter(({ table }) => !names.includes(table));
    if (missing.length > 0) throw new Error(`no table ${missing.map((m) => m.table).join(", ")}`);
    // Triggers guard what people do; rows that were guarded once come back as they are.
    for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    await client.query(`TRUNCATE ${names.join(", ")}`);
    const sorted = await parentsFirst(client, dump.tables);
    for (const each of sorted) await loadTable(client, folder, each);
    for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    for (const { name, last } of dump.sequences) {
      await client.query("SELECT setval($1::regclass, $2::bigint)", [name, last]);
    }
    await client.query("COMMIT");
    await client.query("ANALYZE");
  });
}

/** Whether nothing has been made in the database yet. */
export const isEmptyDatabase = (url: string): Promise<boolean> =>
  withConnection(url, async (client) => (await tablesOf(client)).length === 0);

/** Statements that stand in a migration's file. */
export const runScript = (url: string, script: string): Promise<void> =>
  withConnection(url, async (client) => {
    await client.query(script);
  });

/** Where a table's file is whole, its hash; of a file that isn't there it throws. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

async function withConnection<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "hall backup" });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

const rowsOf = async <T extends pg.QueryResultRow>(client: pg.Client, text: string) =>
  (await client.query<T>(text)).rows;

type Table = Pick<DumpedTable, "table" | "columns">;

/** Partitions come with the table that they are part of; generated columns make themselves. */
const tablesOf = (client: pg.Client): Promise<readonly Table[]> =>
  rowsOf<{ table: string; columns: string[] }>(
    client,
    `SELECT format('%I.%I', n.nspname, c.relname) AS table,
            array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE n.nspname IN ('public', 'graphile_worker') AND c.relkind IN ('r', 'p')
        AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      GROUP BY 1 ORDER BY 1`,
  );

async function dumpTable(client: pg.Client, folder: string, found: Table): Promise<DumpedTable> {
  const { table, columns } = found;
  const file = `${table.replaceAll('"', "")}.copy.gz`;
  const rows = client.query(copyTo(`COPY (SELECT ${columns.join(", ")} FROM ${table}) TO STDOUT`));
  const hash = createHash("sha256");
  const hashed = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const out = createWriteStream(join(folder, file), { mode: 0o600 });
  await pipeline(rows, createGzip(), hashed, out);
  return { table, columns, file, rows: rows.rowCount, sha256: hash.digest("hex") };
}

async function loadTable(client: pg.Client, folder: string, dumped: DumpedTable): Promise<void> {
  const { table, columns, file, rows } = dumped;
  const into = client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
  await pipeline(createReadStream(join(folder, file)), createGunzip(), into);
  if (into.rowCount !== rows) throw new Error(`${table} got ${into.rowCount} rows of ${rows}`);
}

/** A row that names another's must find it. */
async function parentsFirst(
  client: pg.Client,
  tables: readonly DumpedTable[],
): Promise<readonly DumpedTable[]> {
  const links = await rowsOf<{ child: string; parent: string }>(client, FOREIGN_KEYS);
  const sorted: DumpedTable[] = [];
  const place = (each: DumpedTable) => {
    if (sorted.includes(each)) return;
    for (const { child, parent } of links) {
      const before = tables.find(({ table }) => table === parent);
      if (child === each.table && before && before !== each) place(before);
    }
    sorted.push(each);
  };
  for (const each of tables) place(each);
  return sorted;
}

/** Of every table that names files of the evidence store. */
async function storageKeysOf(client: pg.Client): Promise<readonly string[]> {
  const tables = (await tablesOf(client)).filter(({ columns }) => columns.includes("storage_key"));
  const keys: string[] = [];
  for (const { table } of tables) {
    const rows = await rowsOf<{ storage_key: string }>(
      client,
      `SELECT DISTINCT storage_key FROM ${table} WHERE storage_key IS NOT NULL`,
    );
    keys.push(...rows.map((row) => row.storage_key));
  }
  return [...new Set(keys)];
}

const SEQUENCES = `
  SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS last
    FROM pg_sequences
   WHERE schemaname IN ('public', 'graphile_worker') AND last_value IS NOT NULL ORDER BY 1`;
const MIGRATIONS = `
  SELECT migration_name AS name, checksum FROM _prisma_migrations
   WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`;
const QUEUE_MIGRATIONS = "SELECT id FROM graphile_worker.migrations ORDER BY id";
const HEAD = `
  SELECT position::text AS position, encode(hash, 'hex') AS hash
    FROM audit_link ORDER BY position DESC LIMIT 1`;
const FOREIGN_KEYS = `
  SELECT format('%I.%I', cn.nspname, c.relname) AS child, format('%I.%I', pn.nspname, p.relname) AS parent
    FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace
    JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
   WHERE k.contype = 'f'`;
