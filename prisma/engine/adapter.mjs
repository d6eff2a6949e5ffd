import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import { createEmptyDatabase, dropDatabase, plainUrl, schemaIn, urlOfDatabase } from "./server.mjs";

/** PostgreSQL's internal one-byte type "char", which its catalogue uses and the adapter refuses. */
const CATALOGUE_CHAR = 18;
const BPCHAR = 1042;

/** Opens the databases that the schema engine asks for, over the plain PostgreSQL driver. */
export class MigrationAdapterFactory {
  provider = "postgres";
  adapterName = "@prisma/adapter-pg";

  constructor(datasource) {
    this.datasource = datasource;
  }

  async connect() {
    if (!this.datasource.url) throw new Error("DATABASE_URL is not set");
    return this.open(this.datasource.url);
  }

  async connectToShadowDb() {
    const { url, shadowDatabaseUrl } = this.datasource;
    if (shadowDatabaseUrl) return this.open(shadowDatabaseUrl);
    if (!url) throw new Error("DATABASE_URL is not set");
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    await createEmptyDatabase(url, name);
    const shadow = await this.open(urlOfDatabase(url, name));
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await dropDatabase(url, name);
    };
    return shadow;
  }

  async open(url, options) {
    const pool = { connectionString: plainUrl(url), max: 1, options };
    return fitForTheSchemaEngine(await new PrismaPg(pool, { schema: schemaIn(url) }).connect());
  }
}

/**
 * Reads the live database and changes nothing: lets the engine's push report what a migration
 * would lose without losing it.
 */
export class DryRunAdapterFactory extends MigrationAdapterFactory {
  async open(url) {
    const adapter = await super.open(url, "-c default_transaction_read_only=on");
    adapter.executeScript = async () => {};
    adapter.executeRaw = async () => 0;
    return adapter;
  }
}

/**
 * The adapter splits scripts at every semicolon, which breaks trigger bodies and literals: the
 * server takes a whole script by itself (simple query protocol), so it gets it whole.
 */
function fitForTheSchemaEngine(adapter) {
  readCatalogueChars(adapter);
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => readCatalogueChars(await startTransaction(level));
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

/** Lets catalogue columns pass as ordinary characters and gives them their own type back. */
function readCatalogueChars(queryable) {
  const performIO = queryable.performIO.bind(queryable);
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.performIO = async (query) => {
    const result = await performIO(query);
    query.catalogueChars = (result.fields ?? []).map((f) => f.dataTypeID === CATALOGUE_CHAR);
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (query.catalogueChars[index]) field.dataTypeID = BPCHAR;
    }
    return result;
  };
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const [index, isChar] of query.catalogueChars.entries()) {
      if (isChar) result.columnTypes[index] = ColumnTypeEnum.Character;
    }
    return result;
  };
  return queryable;
}
