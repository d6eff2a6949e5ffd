import { createHash } from "node:crypto";
import { Prisma, PrismaClient } from "@hall/prisma/client";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { connectionsOf } from "./run.ts";

export { Prisma };
export type Database = PrismaClient;
/** A transaction across several statements; what is decided goes through `commit` instead. */
export type Transaction = Prisma.TransactionClient;
export type Sql = Prisma.Sql;
export const { sql, join, raw, empty } = Prisma;

/** How long a caller waits before it is told that the database is away, in milliseconds. */
export interface Patience {
  /** For a connection: a new one, or one that another request still has. */
  readonly connectMs: number;
  /** For the answer to one statement. */
  readonly statementMs: number;
}

/** Of requests: somebody waits in front of a screen, and may safely ask again. */
export const REQUEST_PATIENCE: Patience = { connectMs: 4_000, statementMs: 10_000 };
/** Of jobs and commands, which nobody waits for. */
export const JOB_PATIENCE: Patience = { connectMs: 15_000, statementMs: 300_000 };

/** Connections of a process as they stand. */
export interface PoolCounts {
  readonly open: number;
  readonly idle: number;
  /** Callers who wait for one. */
  readonly waiting: number;
  readonly most: number;
}

export interface OpenDatabase {
  readonly db: Database;
  readonly poolCounts: () => PoolCounts;
}

/** PostgreSQL ends a statement itself first; the driver's own limit is for one that hangs. */
const DRIVER_GRACE_MS = 1_000;

/**
 * Connections are few: PostgreSQL works best with about twice its cores. Statements get a name
 * from their text, so that PostgreSQL plans each once for a connection.
 */
export function openDatabase(
  url: string,
  { connectMs, statementMs }: Patience,
  { connections = 12, options }: { connections?: number; options?: string } = {},
): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: "hall",
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    query_timeout: statementMs + DRIVER_GRACE_MS,
    keepAlive: true,
    ...(options ? { options } : {}),
  });
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    statementNameGenerator: ({ sql: text }) => createHash("md5").update(text).digest("hex"),
  });
  const db = new PrismaClient({ adapter });
  connectionsOf(db, pool);
  return {
    db,
    poolCounts: () => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      most: connections,
    }),
  };
}

/** A replica is asked and never told, even should its address be that of a database to write to. */
export const openReplica = (url: string, patience: Patience): Database =>
  openDatabase(url, patience, { options: "-c default_transaction_read_only=on" }).db;

/** SQLSTATE and constraint of what PostgreSQL refused, null for any other error. */
export function databaseRefusal(
  error: unknown,
): { code: string; constraint: string | null } | null {
  if (error instanceof pg.DatabaseError) {
    return { code: error.code ?? "", constraint: error.constraint ?? null };
  }
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const cause = causeOf(error.meta);
  if (!cause?.originalCode) return null;
  const named = /constraint "([^"]+)"/.exec(cause.originalMessage ?? "");
  return { code: cause.originalCode, constraint: named?.[1] ?? null };
}

interface Cause {
  readonly originalCode?: string;
  readonly originalMessage?: string;
}

function causeOf(meta: Record<string, unknown> | undefined): Cause | null {
  const adapterError = meta?.["driverAdapterError"];
  if (typeof adapterError !== "object" || adapterError === null) return null;
  const { cause } = adapterError as { cause?: Cause };
  return cause ?? null;
}

const AWAY_CODES = ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"];
/** Connection failures, shutdown, too many connections, disk full, statement timeout: later. */
const AWAY_STATES = /^(08|57P|53|57014|58)/;
/** What the driver says of a connection that it lost or didn't get; it has no codes for these. */
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (was closed|has encountered a connection error))/;
const AWAY_SOCKETS = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH"];

export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (AWAY_STATES.test(databaseRefusal(error)?.code ?? "")) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError) return AWAY_CODES.includes(error.code);
  return error instanceof Error && (AWAY_WORDS.test(error.message) || isLostSocket(error));
}

const isLostSocket = (error: Error): boolean =>
  "code" in error && typeof error.code === "string" && AWAY_SOCKETS.includes(error.code);

/** Values out of range, of a wrong form, or malformed ids. */
const DATA_CODES = ["P2007", "P2020", "P2023", "P2033"];

/** Whether a value that came in isn't one that its column can hold (SQLSTATE class 22). */
export function isDataRefused(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return DATA_CODES.includes(error.code) || /^22/.test(databaseRefusal(error)?.code ?? "");
}

/** A civil day as Prisma gives and takes `date` columns: midnight UTC. */
export const asDate = (day: { toString(): string }): Date =>
  new Date(`${day.toString()}T00:00:00Z`);
