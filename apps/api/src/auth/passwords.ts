import type { ActorJson } from "@hall/contracts/auth";
import { changePassword } from "@hall/contracts/auth";
import { auditPart } from "../audit/audit.ts";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { type Call, route } from "../http/route.ts";
import { commit, type Part, write } from "../store/commit.ts";
import { type Sql, sql } from "../store/database.ts";
import { readAccount } from "./account.ts";
import { passwordChangedParts } from "./account-messages.ts";
import { confirmPassword, fieldRefusal } from "./confirm-password.ts";
import { hashPassword, inHashSlot } from "./hashing.ts";
import { refuseWeakPassword } from "./password-strength.ts";
import { endedParts } from "./sessions.ts";
import { tooBusy } from "./sign-in.ts";

type ChangeCall = Call<undefined, undefined, { currentPassword: string; newPassword: string }>;

/** Changes the password of whoever is signed in, and ends their other sessions. */
export const passwordChange = route(changePassword, async (call) => {
  const { hall, actor } = call;
  const method = actor.kind === "agent" ? actor.method : "password";
  const owner = { id: actor.sessionId, ownerId: actor.id, ownerKind: actor.kind, method };
  const account = await readAccount(hall.db, owner);
  if (!account) return refuse("not-signed-in");
  const { newPassword } = call.body;
  const weak = refuseWeakPassword(newPassword, namesOf(account.shown));
  if (weak) return fieldRefusal("/newPassword", weak);
  const answer = await inHashSlot(() => change(call, account.shown));
  return answer === "busy" ? tooBusy() : answer;
});

/** What others know of somebody, and no password should hold. */
function namesOf(shown: ActorJson): readonly string[] {
  switch (shown.kind) {
    case "person":
      return [shown.personalNumber, shown.name];
    case "agent":
      return [shown.unit.code, shown.unit.name, shown.name];
    case "staff":
      return [shown.username, shown.name];
  }
}

async function change(call: ChangeCall, shown: ActorJson): Promise<Refusal | undefined> {
  const { hall, actor, body, address } = call;
  const confirmed = await confirmPassword({
    hall,
    actor,
    address,
    shown,
    password: body.currentPassword,
    path: "/currentPassword",
    failure: "password.change-fail",
  });
  if ("refusal" in confirmed) return confirmed;
  if (body.newPassword.normalize("NFC") === body.currentPassword.normalize("NFC")) {
    await hall.db.$queryRaw(confirmed.clearedAccountPart);
    return fieldRefusal("/newPassword", "新密码不能和现在的密码相同。");
  }
  const now = hall.clock.system();
  const passwordHash = await hashPassword(body.newPassword);
  const others = sql`owner_id = ${actor.id}::uuid AND id <> ${actor.sessionId}::uuid`;
  const outcome = await commit(
    hall.db,
    [credentialChanged(actor.id, passwordHash, now, confirmed.passwordHash)],
    [
      ...passwordWritten(hall, actor, others, actor.id, address),
      write("account", confirmed.clearedAccountPart),
      ...(actor.kind === "person" ? passwordChangedParts(hall, actor.id) : []),
    ],
  );
  if (outcome === "moved") return refuse("conflict");
  hall.gate.recheck();
  return undefined;
}

/** Only over the password that was checked: of two changes at once the second is told. */
const credentialChanged = (ownerId: string, hash: string, now: Date, old: string): Sql => sql`
  UPDATE credential SET password_hash = ${hash}, must_change = false,
                        changed_at = ${now}::timestamptz
   WHERE owner_id = ${ownerId}::uuid AND password_hash = ${old} RETURNING 1`;

function passwordWritten(
  hall: Hall,
  actor: Actor,
  sessions: Sql,
  subjectId: string,
  address: string,
): readonly Part[] {
  const { ended, logged } = endedParts(hall, sessions, "password-changed", { actor, address });
  const at = hall.clock.instant();
  return [
    write("ended", ended),
    write("ended_logged", logged),
    write("logged", auditPart({ actor, action: "password.change", subjectId, address, at })),
  ];
}
