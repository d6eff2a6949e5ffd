import { createHash } from "node:crypto";
import { Prisma, PrismaClient } from "@hall/prisma/client";
import { PrismaPg } from "@prisma/adapter-pg";

export { Prisma };
export type Database = PrismaClient;
/** A transaction across several statements; what is decided goes through `commit` instead. */
export type Transaction = Prisma.TransactionClient;
export type Sql = Prisma.Sql;
export const { sql, join, raw, empty } = Prisma;

/**
 * Connections are few: PostgreSQL works best with about twice its cores. Statements get a name
 * from their text, so that PostgreSQL plans each once for a connection.
 */
export function openDatabase(url: string, connections = 12): Database {
  const adapter = new PrismaPg(
    { connectionString: url, max: connections, application_name: "hall" },
    { statementNameGenerator: ({ sql: text }) => createHash("md5").update(text).digest("hex") },
  );
  return new PrismaClient({ adapter });
}

/** SQLSTATE and constraint of what PostgreSQL refused, null for any other error. */
export function databaseRefusal(
  error: unknown,
): { code: string; constraint: string | null } | null {
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

const AWAY_CODES = ["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"];
/** Connection failures, shutdown, too many connections, statement timeout: try again later. */
const AWAY_STATES = /^(08|57P|53)/;

export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return AWAY_CODES.includes(error.code) || AWAY_STATES.test(databaseRefusal(error)?.code ?? "");
}

/** A civil day as Prisma gives and takes `date` columns: midnight UTC. */
export const asDate = (day: { toString(): string }): Date =>
  new Date(`${day.toString()}T00:00:00Z`);
