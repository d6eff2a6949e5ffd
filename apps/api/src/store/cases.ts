import { type CaseState, finalStates } from "@hall/domain/case-states";
import { type Database, sql } from "./database.ts";
import { run } from "./run.ts";

/** A case as a list shows it. */
export interface CaseInList {
  readonly number: string;
  readonly service: string;
  readonly state: CaseState;
  readonly stage: number;
  readonly submittedAt: Date;
  readonly dueOn: Date | null;
  readonly pausedOn: Date | null;
}

export interface CasesAsked {
  readonly subjectId: string;
  readonly onlyOpen: boolean;
  /** Numbers before this one; null for the latest. */
  readonly below: string | null;
  readonly limit: number;
}

/** A subject's cases, the latest number first. */
export function casesOf(
  db: Database,
  { subjectId, onlyOpen, below, limit }: CasesAsked,
): Promise<readonly CaseInList[]> {
  return run<CaseInList>(
    db,
    sql`SELECT number, service, state, stage, submitted_at AS "submittedAt", due_on AS "dueOn",
               paused_on AS "pausedOn"
          FROM application
         WHERE subject_id = ${subjectId}::uuid
           ${below === null ? sql`` : sql`AND number < ${below}`}
           ${onlyOpen ? sql`AND state <> ALL(${[...finalStates]}::text[])` : sql``}
         ORDER BY number DESC LIMIT ${limit}`,
  );
}
