import type { ActorJson } from "@hall/contracts/auth";
import { type AuditAction, auditPart } from "../audit/audit.ts";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { commit, write } from "../store/commit.ts";
import type { Sql } from "../store/database.ts";
import { isPassword } from "./hashing.ts";
import { lockout } from "./lockout.ts";
import { lockedOut } from "./sign-in.ts";
import { signInName } from "./sign-in-names.ts";

interface Asked {
  readonly hall: Hall;
  readonly actor: Actor;
  readonly address: string;
  readonly shown: ActorJson;
  readonly password: string;
  /** The field in which it was typed, and how a wrong one is logged. */
  readonly path: string;
  readonly failure: AuditAction;
}

interface Confirmed {
  /** The hash that it was checked against. */
  readonly passwordHash: string;
  /** Forgets the failures; for the write of what was confirmed. */
  readonly clearedAccountPart: Sql;
}

/**
 * Asks whoever is signed in for their password once more. Guesses count like those at sign-in: an
 * open screen is no way round (SGN-4). Callers hold a hash slot.
 */
export async function confirmPassword(asked: Asked): Promise<Confirmed | Refusal> {
  const { hall, actor, shown, address, password, path, failure } = asked;
  const now = hall.clock.system();
  const lock = lockout(hall, actor.kind, signInNameOf(shown), address);
  const { lockedUntil, isLast } = await lock.begin(now);
  if (lockedUntil) return lockedOut(lockedUntil, now);
  const credential = await hall.db.credential.findUnique({ where: { ownerId: actor.id } });
  const passwordHash = credential?.passwordHash ?? null;
  if (passwordHash !== null && (await isPassword(passwordHash, password))) {
    return { passwordHash, clearedAccountPart: lock.clearedAccountPart() };
  }
  await writeFailure(asked, failure, isLast);
  return fieldRefusal(path, "当前密码不正确，请核对。");
}

export const fieldRefusal = (path: string, message: string): Refusal =>
  refuse("malformed", message, { errors: [{ path, message }] });

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

async function writeFailure(
  { hall, actor, address }: Asked,
  action: AuditAction,
  isLast: boolean,
): Promise<void> {
  const about = { actor, subjectId: actor.id, address, at: hall.clock.instant() } as const;
  const { kind } = actor;
  await commit(
    hall.db,
    [auditPart({ ...about, action })],
    isLast
      ? [write("locked", auditPart({ ...about, action: "sign-in.lock", detail: { kind } }))]
      : [],
  );
}
