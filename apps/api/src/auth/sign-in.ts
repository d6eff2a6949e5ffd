import { randomUUID } from "node:crypto";
import type { SignedIn } from "@hall/contracts/auth";
import { auditPart } from "../audit/audit.ts";
import type { Hall } from "../hall.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Reply } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { commit, write } from "../store/commit.ts";
import { readAccount, type SessionOwner } from "./account.ts";
import { lockedParts, newDeviceParts } from "./account-messages.ts";
import { TOKEN_SECONDS } from "./gate.ts";
import { inHashSlot } from "./hashing.ts";
import { lockout } from "./lockout.ts";
import { newSecret, type RefreshToken } from "./refresh-token.ts";
import { refreshCookie, type Side } from "./session-cookie.ts";
import { sessionInsert } from "./sessions.ts";
import { type OwnerKind, signInName } from "./sign-in-names.ts";

/** What was presented, judged. Nothing of it is told apart to somebody who didn't get in. */
export type Verdict =
  | {
      readonly outcome: "in";
      readonly ownerId: string;
      readonly unitId?: string;
      readonly method: "password" | "certificate" | "password+totp";
    }
  | {
      readonly outcome: "failed";
      /** Whose account it would have been, for the log. */
      readonly ownerId: string | null;
      readonly reason: FailureReason;
    }
  /** The password is right, and something else bars the way: told, and not held against them. */
  | {
      readonly outcome: "turned-away";
      readonly ownerId: string;
      readonly reason: string;
      readonly refusal: Refusal;
    };

export type FailureReason =
  | "unknown"
  | "password"
  | "totp"
  | "challenge"
  | "demo-password"
  | "account-locked";

/** One answer for all failures (SGN-4). */
export const failedSignIn = () =>
  refuse("sign-in-failed", "编号、密码或口令不正确，请核对后再试。连续 5 次不成功将锁定 15 分钟。");

export const lockedOut = (until: Date, now: Date) =>
  refuse("locked", undefined, { retryAfterSeconds: secondsTo(until, now) });

export const tooBusy = () =>
  refuse("too-many", "现在登录的人较多，请稍等几秒再试。", { retryAfterSeconds: 3 });

const secondsTo = (until: Date, now: Date) =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1_000));

type AnyCall = Pick<Call<unknown, unknown, unknown>, "hall" | "address" | "device" | "request">;

/** The way of every sign-in: counted, judged, and then a session or one more failure. */
export async function attemptSignIn(
  call: AnyCall,
  kind: OwnerKind,
  typedName: string,
  judge: (name: string) => Promise<Verdict>,
): Promise<Refusal | Reply> {
  const { hall, address } = call;
  const name = signInName(kind, typedName);
  const lock = lockout(hall, kind, name, address);
  // The count is taken with a slot in hand: no more guesses are under way than there are slots.
  const answer = await inHashSlot(async () => {
    const now = hall.clock.system();
    const { lockedUntil, isLast } = await lock.begin(now);
    if (lockedUntil) return lockedOut(lockedUntil, now);
    const verdict = await judge(name);
    if (verdict.outcome === "failed") return failed(call, kind, lock, verdict, isLast);
    if (verdict.outcome === "turned-away") return turnedAway(call, kind, lock, verdict);
    return open(call, kind, lock, verdict);
  });
  return answer === "busy" ? tooBusy() : answer;
}

type Lock = ReturnType<typeof lockout>;

async function failed(
  { hall, address }: AnyCall,
  kind: OwnerKind,
  lock: Lock,
  { ownerId, reason }: Extract<Verdict, { outcome: "failed" }>,
  isLast: boolean,
): Promise<Refusal> {
  const about = { actor: null, subjectId: ownerId, address, at: hall.clock.instant() } as const;
  await commit(
    hall.db,
    [auditPart({ ...about, action: "sign-in.fail", detail: { kind, reason } })],
    [
      write("place", lock.failedPart(hall.clock.system())),
      ...(isLast
        ? [
            write("locked", auditPart({ ...about, action: "sign-in.lock", detail: { kind } })),
            ...lockedParts(hall, kind, ownerId),
          ]
        : []),
    ],
  );
  return failedSignIn();
}

async function turnedAway(
  { hall, address }: AnyCall,
  kind: OwnerKind,
  lock: Lock,
  { ownerId, reason, refusal }: Extract<Verdict, { outcome: "turned-away" }>,
): Promise<Refusal> {
  const event = { actor: null, action: "sign-in.fail", subjectId: ownerId, address } as const;
  await commit(
    hall.db,
    [auditPart({ ...event, detail: { kind, reason }, at: hall.clock.instant() })],
    [write("account", lock.clearedAccountPart()), write("place", lock.clearedAddressPart())],
  );
  return refusal;
}

async function open(
  call: AnyCall,
  kind: OwnerKind,
  lock: Lock,
  { ownerId, unitId, method }: Extract<Verdict, { outcome: "in" }>,
): Promise<Refusal | Reply> {
  const { hall, address, device } = call;
  const owner: SessionOwner = { id: randomUUID(), ownerId, ownerKind: kind, method };
  const account = await readAccount(hall.db, owner);
  if (!account) return failedSignIn();
  const token = { sessionId: owner.id, secret: newSecret() };
  const session = { ...owner, unitId: unitId ?? null, secret: token.secret, address, device };
  const opened = {
    actor: account.actor,
    action: "session.open",
    subjectId: ownerId,
    reference: owner.id,
    detail: { kind, method },
    address,
    at: hall.clock.instant(),
  } as const;
  await commit(
    hall.db,
    [sessionInsert(session, hall.clock.system())],
    [
      write("account", lock.clearedAccountPart()),
      write("place", lock.clearedAddressPart()),
      write("logged", auditPart(opened)),
      ...newDeviceParts(hall, kind, ownerId, device),
    ],
  );
  return signedIn(hall, call, account, token);
}

/** The answer of a sign-in and of a refresh: token, who it is, and the cookie. */
export function signedIn(
  hall: Hall,
  call: Pick<AnyCall, "request">,
  { actor, shown }: NonNullable<Awaited<ReturnType<typeof readAccount>>>,
  token: RefreshToken,
): Reply {
  const body: SignedIn = {
    accessToken: hall.gate.issueToken(actor),
    expiresInSeconds: TOKEN_SECONDS,
    actor: shown,
  };
  const side: Side = actor.kind === "staff" ? "staff" : "public";
  const cookie = refreshCookie(side, token, call.request, hall.config.NODE_ENV);
  return { reply: "with-cookie", body, cookie };
}
