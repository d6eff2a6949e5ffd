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
import { hashPassword, inHashSlot, isPassword } from "./hashing.ts";
import { lockout } from "./lockout.ts";
import { passwordChangedParts } from "./password-messages.ts";
import { refuseWeakPassword } from "./password-strength.ts";
import { endedParts } from "./sessions.ts";
import { lockedOut, tooBusy } from "./sign-in.ts";
import { signInName } from "./sign-in-names.ts";

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

export const fieldRefusal = (path: string, message: string): Refusal =>
  refuse("malformed", message, { errors: [{ path, message }] });

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

function signInNameOf(shown: ActorJson): string {
  switch (shown.kind) {
    case "person":
      return signInName("person", shown.personalNumber);
    case "agent":
      return signInName("agent", shown.unit.code);
    case "staff":
      return signInName("staff", shown.username);
  }
}

/** Guesses at the current password count like those at sign-in: an open screen is no way round. */
async function change(call: ChangeCall, shown: ActorJson): Promise<Refusal | undefined> {
  const { hall, actor, body, address } = call;
  const now = hall.clock.system();
  const lock = lockout(hall, actor.kind, signInNameOf(shown), address);
  const { lockedUntil, isLast } = await lock.begin(now);
  if (lockedUntil) return lockedOut(lockedUntil, now);
  const credential = await hall.db.credential.findUnique({ where: { ownerId: actor.id } });
  const isRight = await isPassword(credential?.passwordHash ?? null, body.currentPassword);
  if (!isRight) {
    await writeFailure(hall, actor, address, isLast);
    return fieldRefusal("/currentPassword", "当前密码不正确，请核对。");
  }
  if (body.newPassword.normalize("NFC") === body.currentPassword.normalize("NFC")) {
    await hall.db.$queryRaw(lock.clearedAccountPart());
    return fieldRefusal("/newPassword", "新密码不能和现在的密码相同。");
  }
  const passwordHash = await hashPassword(body.newPassword);
  const others = sql`owner_id = ${actor.id}::uuid AND id <> ${actor.sessionId}::uuid`;
  const outcome = await commit(
    hall.db,
    [credentialChanged(actor.id, passwordHash, now, credential?.passwordHash ?? "")],
    [
      ...passwordWritten(hall, actor, others, actor.id, address),
      write("account", lock.clearedAccountPart()),
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

async function writeFailure(hall: Hall, actor: Actor, address: string, isLast: boolean) {
  const about = { actor, subjectId: actor.id, address, at: hall.clock.instant() } as const;
  const { kind } = actor;
  await commit(
    hall.db,
    [auditPart({ ...about, action: "password.change-fail" })],
    isLast
      ? [write("locked", auditPart({ ...about, action: "sign-in.lock", detail: { kind } }))]
      : [],
  );
}
