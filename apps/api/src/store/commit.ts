import { type Database, databaseRefusal, join, raw, type Sql, sql } from "./database.ts";
import { run } from "./run.ts";

/**
 * A piece of a write: a data-modifying statement that becomes one CTE, or a `call` of a function.
 * Its name is how others refer to it; PostgreSQL gives the pieces no order of their own, so a piece
 * that must come after another selects from it.
 */
export interface Part {
  readonly name: string;
  readonly sql: Sql;
  readonly kind: "write" | "call";
}

export const write = (name: string, statement: Sql): Part => ({
  name,
  sql: statement,
  kind: "write",
});
export const call = (name: string, statement: Sql): Part => ({
  name,
  sql: statement,
  kind: "call",
});

/** The write of this name must have written so many rows, or the whole is undone as moved. */
export const exactly = (name: string, rows: number): Part =>
  call(
    `${name}_exactly`,
    sql`SELECT require_guards((SELECT count(*) FROM ${raw(name)}) = ${rows}::bigint)`,
  );

/** A statement that must change or find exactly one row, or the whole write is undone. */
export type Guard = Sql;

/** Facts of this subject haven't moved since `version`; and they move now. */
export const subjectUnchanged = (subjectId: string, version: number): Guard => sql`
  UPDATE subject SET version = version + 1
   WHERE id = ${subjectId}::uuid AND version = ${version} RETURNING 1`;

/** For writes that depend on nothing read before: the subject moves on, whatever its version. */
export const subjectMoves = (subjectId: string): Guard => sql`
  UPDATE subject SET version = version + 1 WHERE id = ${subjectId}::uuid RETURNING 1`;

export const policyUnchanged = (version: number): Guard => sql`
  SELECT 1 FROM policy_version WHERE id = 1 AND version = ${version}`;

/** The case is in the version that was read; its row itself is written by the caller's parts. */
export const caseUnchanged = (number: string, version: number): Guard => sql`
  SELECT 1 FROM application WHERE number = ${number} AND version = ${version} FOR UPDATE`;

/** States that say: what was read has moved, judge again. */
const MOVED_STATES = new Set(["HG001", "40001", "40P01"]);
const MOVED_CONSTRAINTS = new Set([
  "one_open_case",
  "one_hold",
  "one_remote_care",
  "one_enrolment",
  "one_plan",
  "application_pkey",
  // What bears a case's number, which is drawn by lot, may find it taken before the case does.
  "case_step_pkey",
  "document_pkey",
  "message_pkey",
  "counter_case_pkey",
  "evidence_file_owner_id_place_key",
  "payment_batch_pkey",
  "one_running_order",
  "bank_slip_pkey",
  "one_reminder",
  "one_human_review",
  "human_review_pkey",
]);

/**
 * Guards and writes in one statement and one round trip: all of it, or nothing. `moved` asks the
 * caller to read and judge anew; anything else that PostgreSQL refuses is thrown.
 */
export async function commit(
  db: Database,
  guards: readonly Guard[],
  parts: readonly Part[],
): Promise<"committed" | "moved"> {
  try {
    await run(db, statement(guards, parts));
    return "committed";
  } catch (error) {
    const refusal = databaseRefusal(error);
    if (!refusal) throw error;
    const moved =
      MOVED_STATES.has(refusal.code) ||
      (refusal.code === "23505" && MOVED_CONSTRAINTS.has(refusal.constraint ?? ""));
    if (moved) return "moved";
    throw error;
  }
}

function statement(guards: readonly Guard[], parts: readonly Part[]): Sql {
  const named = [
    ...guards.map((guard, index) => sql`${raw(`guard_${index}`)} AS (${guard})`),
    ...parts.map((part) => sql`${raw(part.name)} AS (${part.sql})`),
  ];
  const counts = guards.map((_, index) => sql`(SELECT count(*) FROM ${raw(`guard_${index}`)})`);
  const calls = parts
    .filter((part) => part.kind === "call")
    .map((part) => sql`, (SELECT count(*) FROM ${raw(part.name)})`);
  return sql`
    WITH ${join(named)}
    SELECT require_guards(${join([sql`0`, ...counts], " + ")} = ${guards.length})::text
           ${calls.length > 0 ? join(calls, " ") : sql``}`;
}

const RETRIES = 6;

/** Runs `attempt` until it commits or answers otherwise; each run reads and judges anew. */
export async function untilCommitted<T>(attempt: () => Promise<T | "moved">): Promise<T | "moved"> {
  for (let tries = 0; tries < RETRIES; tries += 1) {
    const result = await attempt();
    if (result !== "moved") return result;
    await new Promise((resume) => setTimeout(resume, tries * 5 * Math.random()));
  }
  return "moved";
}
