import { z } from "zod";
import { type Database, type Sql, sql } from "./database.ts";
import { run } from "./run.ts";

/** A closure by notice of the back office (GDE-4), as long as it is in force. */
export const closureInForce = z.object({
  kind: z.string(),
  notice: z.string(),
  until: z.coerce.date().nullable(),
});
export type ClosureInForce = z.output<typeof closureInForce>;

const JSON_OF_CLOSURE = sql`
  jsonb_build_object('kind', kind, 'notice', notice, 'until', until_at)`;
const inForce = (now: Date) => sql`
  from_at <= ${now}::timestamptz AND (until_at IS NULL OR until_at > ${now}::timestamptz)`;

/** The closure of a service as a scalar subquery, for a statement that asks for more than it. */
export const closureOf = (service: string, now: Date): Sql => sql`
  SELECT ${JSON_OF_CLOSURE} FROM closure WHERE service = ${service} AND ${inForce(now)} LIMIT 1`;

/** What is closed now, by service. */
export async function closuresNow(
  db: Database,
  now: Date,
): Promise<ReadonlyMap<string, ClosureInForce>> {
  const rows = await run<{ service: string; closure: unknown }>(
    db,
    sql`SELECT service, ${JSON_OF_CLOSURE} AS closure FROM closure WHERE ${inForce(now)}`,
  );
  return new Map(rows.map(({ service, closure }) => [service, closureInForce.parse(closure)]));
}
