import type {
  issueStaffCredentials,
  lockStaff,
  setStaffRoles,
  unlockStaff,
} from "@hall/contracts/backoffice/staff";
import type { z } from "zod";
import { type AuditAction, type AuditDetail, auditPart } from "../audit/audit.ts";
import { lockout } from "../auth/lockout.ts";
import { type EndReason, endedParts } from "../auth/sessions.ts";
import { tooBusy } from "../auth/sign-in.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { commit, type Guard, type Part, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { newCredentials } from "./credentials.ts";
import { accountJson, type StaffRow } from "./present.ts";

type Params = z.output<NonNullable<typeof lockStaff.params | typeof unlockStaff.params>>;
type ActCall = Call<Params, undefined, unknown>;

/** What is done to an account, and what the log says of it. */
interface Change {
  readonly guard: Guard;
  readonly after: StaffRow;
  readonly action: AuditAction;
  readonly detail?: AuditDetail;
  /** Why the account's sessions end with it; they go on where nothing is told. */
  readonly ends?: EndReason;
  readonly parts?: readonly Part[];
}

type RolesCall = Call<Params, undefined, z.output<NonNullable<typeof setStaffRoles.body>>>;

/** Tokens carry the roles they were given with: whoever's change signs in anew. */
export const setRoles = (call: RolesCall) =>
  onAnother(call, (found) => {
    const { roles } = call.body;
    return changed(call, {
      guard: sql`
        UPDATE staff SET roles = ${roles}::text[]
         WHERE id = ${found.id}::uuid AND roles = ${found.roles}::text[] RETURNING 1`,
      after: { ...found, roles },
      action: "role.change",
      detail: { before: found.roles.join(" "), after: roles.join(" ") },
      ends: "roles-changed",
    });
  });

export const lock = (call: ActCall) =>
  onAnother(call, (found) => {
    if (found.lockedAt) return refuse("conflict", "这个用户已经停用。");
    const at = call.hall.clock.instant();
    return changed(call, {
      guard: sql`
        UPDATE staff SET locked_at = ${at}::timestamptz, locked_by = ${call.actor.id}::uuid
         WHERE id = ${found.id}::uuid AND locked_at IS NULL RETURNING 1`,
      after: { ...found, lockedAt: at, lockedBy: call.actor.id },
      action: "staff.lock",
      ends: "locked",
    });
  });

export const unlock = (call: ActCall) =>
  onAnother(call, (found) => {
    if (!found.lockedAt) return refuse("conflict", "这个用户没有停用。");
    return changed(call, {
      guard: sql`
        UPDATE staff SET locked_at = NULL, locked_by = NULL
         WHERE id = ${found.id}::uuid AND locked_at IS NOT NULL RETURNING 1`,
      after: { ...found, lockedAt: null, lockedBy: null },
      action: "staff.unlock",
    });
  });

type IssueCall = Call<
  z.output<NonNullable<typeof issueStaffCredentials.params>>,
  undefined,
  undefined
>;

/** For a lost phone or a forgotten password: what there was counts no more. */
export const issue = (call: IssueCall) =>
  onAnother(call, async (found) => {
    const { hall, address, idempotency } = call;
    const credentials = await newCredentials(found.username);
    if (credentials === "busy") return tooBusy();
    const { issued, passwordHash, totpSecret } = credentials;
    const totpCipher = hall.cipher.seal(totpSecret);
    const account = {
      ...(await accountJson(hall, found, call.actor.id)),
      mustChangePassword: true,
    };
    const answer = await changed(
      call,
      {
        guard: sql`
          UPDATE staff SET totp_cipher = ${totpCipher}, totp_step = 0
           WHERE id = ${found.id}::uuid AND totp_cipher = ${found.totpCipher} RETURNING 1`,
        after: found,
        action: "staff.issue",
        ends: "credentials-issued",
        parts: [
          write(
            "credential",
            sql`UPDATE credential SET password_hash = ${passwordHash}, must_change = true
                 WHERE owner_id = ${found.id}::uuid RETURNING 1`,
          ),
          write("attempts", lockout(hall, "staff", found.username, address).clearedAccountPart()),
        ],
      },
      idempotency.remember(200, { account, issued: null }),
    );
    return "refusal" in answer ? answer : { account, issued };
  });

/** Nobody changes their own account: what one may do is always another's decision (SGN-2). */
async function onAnother<C extends ActCall | RolesCall | IssueCall>(
  { hall, actor, params }: C,
  act: (found: StaffRow) => Promise<unknown> | Refusal,
): Promise<unknown> {
  if (params.id === actor.id) {
    return refuse("not-allowed", "自己的用户和岗位须由另一位系统管理人员更改。");
  }
  const found = await hall.db.staff.findUnique({ where: { id: params.id } });
  return found ? act(found) : refuse("not-found");
}

async function changed(
  { hall, actor, address, idempotency }: ActCall | RolesCall | IssueCall,
  { guard, after, action, detail, ends, parts = [] }: Change,
  remembered?: ReturnType<typeof idempotency.remember>,
) {
  const answer = await accountJson(hall, after, actor.id);
  const ending = { actor, address };
  const over = ends && endedParts(hall, sql`owner_id = ${after.id}::uuid`, ends, ending);
  const outcome = await commit(
    hall.db,
    [guard],
    [
      ...parts,
      ...(over ? [write("ended", over.ended), write("ended_logged", over.logged)] : []),
      write("idempotency", remembered ?? idempotency.remember(200, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action,
          subjectId: after.id,
          ...(detail ? { detail } : {}),
          address,
          at: hall.clock.instant(),
        }),
      ),
    ],
  );
  if (outcome === "moved") return refuse("conflict", "这个用户刚刚有了变化，请刷新后再操作。");
  if (over) hall.gate.recheck();
  return answer;
}
