import { randomUUID } from "node:crypto";
import { confirmPasswordReset, requestPasswordReset } from "@hall/contracts/auth";
import { auditPart } from "../audit/audit.ts";
import type { Hall } from "../hall.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { type Call, type Route, route } from "../http/route.ts";
import { commit, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { passwordChangedParts, resetCodeParts } from "./account-messages.ts";
import { clearedPart, countAttempt } from "./attempt-limits.ts";
import { fieldRefusal } from "./confirm-password.ts";
import { hashPassword, inHashSlot, isPassword } from "./hashing.ts";
import { codeLimits, codePart, codeUsed, newCode, tryCode } from "./one-time-codes.ts";
import { refuseWeakPassword } from "./password-strength.ts";
import { endedParts } from "./sessions.ts";
import { tooBusy } from "./sign-in.ts";
import { accountKey, addressKey, signInName } from "./sign-in-names.ts";

const PURPOSE = "password-reset";

const sent = {
  detail:
    "如果这个个人编号登记了手机，验证码已经发出，5 分钟内有效。没有收到的，一分钟后可再试，或到柜面核对登记的手机。",
};

/**
 * Sends a code to the registered mobile. Numbers that aren't there, and people without a mobile,
 * get the same answer from the same statements; only rows differ.
 */
const requestReset = route(requestPasswordReset, async ({ hall, body, address }) => {
  const name = signInName("person", body.personalNumber);
  const account = accountKey(hall.cipher, "person", name);
  const now = hall.clock.system();
  for (const limit of codeLimits(account, addressKey(address))) {
    const { counted, until } = await countAttempt(hall.db, limit, randomUUID(), now);
    if (!counted) {
      return refuse("too-many", "验证码一分钟只能发送一次，一天最多十次，请稍后再试。", {
        retryAfterSeconds: Math.ceil((until.getTime() - now.getTime()) / 1_000),
      });
    }
  }
  const personId = await personOf(hall, name);
  const code = newCode();
  await commit(
    hall.db,
    [
      auditPart({
        actor: null,
        action: "password-reset.request",
        subjectId: personId,
        address,
        at: hall.clock.instant(),
      }),
    ],
    [
      codePart(hall, personId, PURPOSE, account, code),
      ...resetCodeParts(hall, personId, code.id, code.code),
    ],
  );
  return sent;
});

async function personOf(hall: Hall, personalNumber: string): Promise<string | null> {
  const person = await hall.db.person.findUnique({
    where: { personalNumber },
    select: { id: true },
  });
  return person?.id ?? null;
}

type ConfirmCall = Call<
  undefined,
  undefined,
  { personalNumber: string; code: string; newPassword: string }
>;

/** A weak password is refused before the code is looked at, so that no try is lost on it. */
const confirmReset = route(confirmPasswordReset, async (call) => {
  const name = signInName("person", call.body.personalNumber);
  const weak = refuseWeakPassword(call.body.newPassword, [name]);
  if (weak) return fieldRefusal("/newPassword", weak);
  const answer = await inHashSlot(() => confirm(call, name));
  return answer === "busy" ? tooBusy() : answer;
});

async function confirm(call: ConfirmCall, name: string): Promise<Refusal | undefined> {
  const { hall, address, body } = call;
  const account = accountKey(hall.cipher, "person", name);
  const personId = await personOf(hall, name);
  const codeId = await tryCode(hall, personId, PURPOSE, account, body.code);
  const about = { actor: null, subjectId: personId, address, at: hall.clock.instant() } as const;
  if (!codeId || !personId) {
    await commit(hall.db, [auditPart({ ...about, action: "password-reset.fail" })], []);
    return fieldRefusal("/code", "验证码不正确或已失效，请核对；连续 5 次不正确须重新获取。");
  }
  const credential = await hall.db.credential.findUnique({ where: { ownerId: personId } });
  if (await isPassword(credential?.passwordHash ?? null, body.newPassword)) {
    return fieldRefusal("/newPassword", "新密码不能和现在的密码相同。");
  }
  const hash = await hashPassword(body.newPassword);
  const now = hall.clock.system();
  const everywhere = sql`owner_id = ${personId}::uuid`;
  const ending = { actor: null, address };
  const { ended, logged } = endedParts(hall, everywhere, "password-changed", ending);
  const outcome = await commit(
    hall.db,
    [codeUsed(codeId, now), credentialSet(personId, hash, now)],
    [
      write("ended", ended),
      write("ended_logged", logged),
      write("unlocked", clearedPart(account)),
      write("logged", auditPart({ ...about, action: "password-reset.done" })),
      ...passwordChangedParts(hall, personId),
    ],
  );
  hall.gate.recheck();
  return outcome === "moved" ? fieldRefusal("/code", "验证码已经用过，请重新获取。") : undefined;
}

const credentialSet = (ownerId: string, hash: string, now: Date) => sql`
  INSERT INTO credential (owner_id, owner_kind, password_hash, must_change, changed_at)
  VALUES (${ownerId}::uuid, 'person', ${hash}, false, ${now}::timestamptz)
  ON CONFLICT (owner_id) DO UPDATE SET password_hash = excluded.password_hash,
                                       must_change = false, changed_at = excluded.changed_at
  RETURNING 1`;

export const passwordResetRoutes: readonly Route[] = [requestReset, confirmReset];
