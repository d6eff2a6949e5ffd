import { auditActionNames } from "@hall/contracts/backoffice/audit-actions";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { type Sql, sql } from "../store/database.ts";
import { run } from "../store/run.ts";
import type { DetailName } from "./detail-words.ts";

/** Everything that is logged (AUD-1): what it is about, then what was done. */
export type AuditAction =
  | "session.open"
  | "session.end"
  | "session.token-reused"
  | "sign-in.fail"
  | "sign-in.lock"
  | "password.change"
  | "password.change-fail"
  | "password.confirm-fail"
  | "password-reset.request"
  | "password-reset.fail"
  | "password-reset.done"
  | "case.submit"
  | "case.withdraw"
  | "case.supplement"
  | "case.advance"
  | "case.lapse"
  | "case.rate"
  | "case.claim"
  | "case.release"
  | "case.decide"
  | "case.take-back"
  | "case.list"
  | "case.look"
  | "human-review.ask"
  | "human-review.look"
  | "human-review.answer"
  | "contact.change"
  | "counter.register"
  | "counter.advance"
  | "counter.finish"
  | "person.look"
  | "person.export"
  | "audit.look"
  | "audit.export"
  | "audit.check"
  | "query.make"
  | "document.look"
  | "document.revoke"
  | "evidence.look"
  | "list.export"
  | "report.export"
  | "policy.prepare"
  | "policy.release"
  | "policy.discard"
  | "service.close"
  | "service.open"
  | "notice.draft"
  | "notice.publish"
  | "notice.withdraw"
  | "unit.look"
  | "permission.open"
  | "permission.close"
  | "staff.create"
  | "staff.lock"
  | "staff.unlock"
  | "staff.issue"
  | "role.change"
  | "certificate.revoke"
  | "ledger.look"
  | "payment.batch"
  | "payment.discard"
  | "payment.approve"
  | "payment.export"
  | "payment.import"
  | "payment.reissue"
  | "message.look"
  | "message.resend"
  | "payment.look"
  | "rating.look"
  | "rating.follow-up"
  | "gateway.receive";

/** Each has the name by which the log is read and searched. */
auditActionNames satisfies Readonly<Record<AuditAction, string>>;

/** What a detail may hold. Never an identity, phone or bank number, and never a name (AUD-2). */
export type AuditDetail = Readonly<Partial<Record<DetailName, string | number | boolean | null>>>;

export interface AuditEvent {
  /** Who did it; `system` for jobs, null for somebody who isn't signed in. */
  readonly actor: Actor | "system" | null;
  readonly action: AuditAction;
  /** Person, unit or member of staff whom it is about. */
  readonly subjectId?: string | null;
  /** Number of a case or a paper, or the id of whatever else it is about. */
  readonly reference?: string | null;
  readonly detail?: AuditDetail;
  readonly address?: string | null;
  /** Business time, as the cases beside it have it: `hall.clock.instant()`. */
  readonly at: Date;
}

/**
 * The row as a part of a larger write: logged with what it tells of, or neither. It has no link
 * in the chain yet, so that writers never wait for each other; `chainAudit` adds it.
 */
export const auditPart = (event: AuditEvent): Sql =>
  sql`${intoAudit}
    SELECT ${columnsOf(
      event,
      sql`${event.reference ?? null}::text`,
      sql`${event.subjectId ?? null}::uuid`,
    )} RETURNING 1`;

/** A row for each of what another part of the same write returned, which gives both ids. */
export const auditEachPart = (
  event: Omit<AuditEvent, "reference" | "subjectId">,
  { reference, subjectId, from }: Readonly<Record<"reference" | "subjectId" | "from", Sql>>,
): Sql =>
  sql`${intoAudit} SELECT ${columnsOf(event, reference, subjectId)} FROM ${from} RETURNING 1`;

const intoAudit = sql`
  INSERT INTO audit_event (at, actor_kind, actor_id, action, subject_id, reference, detail, address)`;

type Columns = Omit<AuditEvent, "reference" | "subjectId">;

function columnsOf(event: Columns, reference: Sql, subjectId: Sql): Sql {
  const { kind, id } = actorOf(event.actor);
  return sql`
    ${event.at}::timestamptz, ${kind}::text, ${id}::text, ${event.action}::text,
    ${subjectId}, ${reference},
    ${JSON.stringify(detailOf(event))}::jsonb, ${event.address ?? null}::text`;
}

/** With the roles that staff held then, so that who it is about learns in which it was done. */
const detailOf = ({ actor, detail = {} }: Columns): AuditDetail =>
  actor !== null && actor !== "system" && actor.kind === "staff"
    ? { ...detail, heldRoles: actor.roles.join(",") }
    : detail;

/** A row that stands alone, such as a look at somebody's record. */
export async function writeAudit(
  hall: Hall,
  event: Omit<AuditEvent, "at"> & { readonly at?: Date },
): Promise<void> {
  await run(hall.db, auditPart({ at: hall.clock.instant(), ...event }));
}

function actorOf(actor: AuditEvent["actor"]): { kind: string; id: string | null } {
  if (actor === null) return { kind: "anonymous", id: null };
  if (actor === "system") return { kind: "system", id: null };
  return { kind: actor.kind, id: actor.id };
}
