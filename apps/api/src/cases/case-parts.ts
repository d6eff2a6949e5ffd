import type { QuoteJson } from "@hall/contracts/findings";
import type { CaseEvent, CaseState } from "@hall/domain/case-states";
import type { Finding } from "@hall/domain/findings";
import { type PolicyEntry, policyEntryToJson } from "@hall/domain/policy";
import type { Filing } from "@hall/domain/service";
import { toStored } from "@hall/domain/stored-json";
import type { Hall } from "../hall.ts";
import { encode } from "../http/encode.ts";
import { type Part, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import type { Due } from "./due.ts";

/** Version of the rules in the code; raised with every change of a rule that could decide otherwise. */
export const RULES_VERSION = "2026.11";

export interface NewCase {
  readonly number: string;
  readonly service: string;
  readonly subjectId: string;
  readonly filedBy: string;
  readonly channel: "online" | "counter";
  readonly object: string;
  readonly state: CaseState;
  readonly stage: number;
  readonly input: unknown;
  readonly signIn: Filing["signIn"];
  readonly facts: unknown;
  readonly findings: readonly Finding[];
  readonly policy: readonly PolicyEntry[];
  readonly quote: QuoteJson | null;
  readonly due: Due;
  readonly at: Date;
  readonly finishedAt: Date | null;
}

/** The case as it was decided on (APP-6): input and facts encrypted, findings and values plain. */
export function caseInsert(hall: Hall, filed: NewCase): Part {
  const { input, signIn, facts } = filed;
  const record = hall.cipher.seal(JSON.stringify(toStored({ input, signIn, facts })));
  return write(
    "new_case",
    sql`INSERT INTO application (number, service, subject_id, filed_by, filed_by_name, channel, object,
               state, stage, record, findings, policy, rules_version, quote, submitted_at,
               accepted_on, due_on, finished_at)
        VALUES (${filed.number}, ${filed.service}, ${filed.subjectId}::uuid, ${filed.filedBy}::uuid,
                coalesce((SELECT name FROM person WHERE id = ${filed.filedBy}::uuid),
                         (SELECT name FROM agent WHERE id = ${filed.filedBy}::uuid), ''),
                ${filed.channel}, ${filed.object}, ${filed.state},
                ${filed.stage}, ${record}, ${JSON.stringify(encode(filed.findings))}::jsonb,
                ${JSON.stringify(filed.policy.map(policyEntryToJson))}::jsonb, ${RULES_VERSION},
                ${filed.quote && JSON.stringify(filed.quote)}::jsonb, ${filed.at},
                ${filed.due.acceptedOn?.toString() ?? null}::date,
                ${filed.due.dueOn?.toString() ?? null}::date, ${filed.finishedAt}) RETURNING 1`,
  );
}

export interface Step {
  readonly event:
    | CaseEvent
    | "submit"
    | "second-approval"
    | "remind"
    | "pay"
    | "return"
    | "reissue";
  readonly state: CaseState;
  readonly actorKind: "person" | "agent" | "staff" | "system";
  readonly actorId: string | null;
  /** As the applicant reads it: 本人, 审核人员, 系统. */
  readonly actorLabel: string;
  readonly note?: string;
}

/** Steps of the timeline, in their order, after those that are there. */
export function stepsInsert(
  number: string,
  steps: readonly Step[],
  at: Date,
  name = "steps",
): Part {
  const of = <T>(read: (step: Step) => T) => steps.map(read);
  return write(
    name,
    sql`INSERT INTO case_step (application_number, no, event, state, actor_kind, actor_id,
                               actor_label, note, at)
        SELECT ${number}, (SELECT coalesce(max(no), 0) FROM case_step
                            WHERE application_number = ${number}) + n,
               event, state, actor_kind, actor_id, actor_label, note, ${at}::timestamptz
          FROM unnest(${of((s) => s.event)}::text[], ${of((s) => s.state)}::text[],
                      ${of((s) => s.actorKind)}::text[], ${of((s) => s.actorId)}::uuid[],
                      ${of((s) => s.actorLabel)}::text[], ${of((s) => s.note ?? null)}::text[])
               WITH ORDINALITY AS steps (event, state, actor_kind, actor_id, actor_label, note, n)
        RETURNING 1`,
  );
}

export const holdPlace = (number: string, accountId: string, at: Date): Part =>
  write(
    "hold",
    sql`INSERT INTO account_hold (account_id, application_number, placed_at)
        VALUES (${accountId}, ${number}, ${at}) RETURNING 1`,
  );

export const holdsRelease = (number: string, at: Date): Part =>
  write(
    "released_holds",
    sql`UPDATE account_hold SET released_at = ${at}
         WHERE application_number = ${number} AND released_at IS NULL RETURNING 1`,
  );

/** What a withdrawn case gives up: the accounts that it held, and the papers it has brought so far. */
export const withdrawalParts = (number: string, at: Date): readonly Part[] => [
  holdsRelease(number, at),
  write(
    "revoked_papers",
    sql`UPDATE document SET revoked_at = ${at}::timestamptz, revoked_reason = '办件已撤回'
         WHERE application_number = ${number} AND revoked_at IS NULL RETURNING 1`,
  ),
];
