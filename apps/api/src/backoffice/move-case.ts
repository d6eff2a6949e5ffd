import type { MovedCase } from "@hall/contracts/backoffice/review";
import type { CaseState } from "@hall/domain/case-states";
import { type AuditAction, type AuditDetail, auditPart } from "../audit/audit.ts";
import { type Step, stepsInsert } from "../cases/case-parts.ts";
import { stateNames } from "../cases/present.ts";
import type { Call } from "../http/route.ts";
import {
  caseUnchanged,
  commit,
  type Guard,
  type Part,
  subjectMoves,
  write,
} from "../store/commit.ts";
import { type Sql, sql } from "../store/database.ts";
import type { FoundCase } from "./review-case.ts";

/** What staff do to a case, written in one statement against the version that was read. */
export interface CaseMove {
  readonly outcome: MovedCase["outcome"];
  readonly state: CaseState;
  readonly message: string;
  readonly steps: readonly Step[];
  readonly set: Sql;
  readonly parts: readonly Part[];
  /** In place of the subject moving on: the facts that it was decided on must be unchanged. */
  readonly guards?: readonly Guard[];
  readonly audit: { readonly action: AuditAction; readonly detail: AuditDetail };
}

export async function moveCase<P, Q, B>(
  { hall, actor, idempotency, address }: Call<P, Q, B>,
  { row }: FoundCase,
  move: CaseMove,
  at: Date,
): Promise<MovedCase | "moved"> {
  const answer: MovedCase = {
    number: row.number,
    outcome: move.outcome,
    state: move.state,
    stateName: stateNames[move.state],
    version: row.version + 1,
    message: move.message,
  };
  const result = await commit(
    hall.db,
    [caseUnchanged(row.number, row.version), ...(move.guards ?? [subjectMoves(row.subjectId)])],
    [
      write(
        "case_moves",
        sql`UPDATE application SET state = ${move.state}, version = version + 1, ${move.set}
             WHERE number = ${row.number} RETURNING 1`,
      ),
      stepsInsert(row.number, move.steps, at),
      ...move.parts,
      write("idempotency", idempotency.remember(200, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: move.audit.action,
          subjectId: row.subjectId,
          reference: row.number,
          detail: move.audit.detail,
          address,
          at,
        }),
      ),
    ],
  );
  return result === "moved" ? "moved" : answer;
}

/** A step of the timeline done by staff; the applicant reads the role, not the name. */
export const staffStep = (
  event: Step["event"],
  state: CaseState,
  staffId: string,
  note?: string,
  actorLabel = "审核人员",
): Step => ({
  event,
  state,
  actorKind: "staff",
  actorId: staffId,
  actorLabel,
  ...(note === undefined || note === "" ? {} : { note }),
});
