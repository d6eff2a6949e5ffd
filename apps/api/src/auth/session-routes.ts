import {
  endSession,
  listSessions,
  me,
  refresh,
  refreshStaff,
  signOut,
  signOutStaff,
} from "@hall/contracts/auth";
import type { Actor } from "../http/actor.ts";
import { refuse } from "../http/refusal.ts";
import type { Reply } from "../http/reply.ts";
import { type Call, type Route, route } from "../http/route.ts";
import { sql } from "../store/database.ts";
import { readAccount } from "./account.ts";
import { hashOfSecret } from "./refresh-token.ts";
import { cookieToken, refreshCookie, type Side } from "./session-cookie.ts";
import { begunSince, idleSince } from "./session-rules.ts";
import { endSessions, rotate } from "./sessions.ts";
import { signedIn } from "./sign-in.ts";
import type { OwnerKind } from "./sign-in-names.ts";

const LISTED = 50;
const LISTED_DAYS = 180;

type BareCall = Call<undefined, undefined, undefined>;

const kindsOf: Readonly<Record<Side, readonly OwnerKind[]>> = {
  public: ["person", "agent"],
  staff: ["staff"],
};

const refreshOf = (side: Side) => async (call: BareCall) => {
  const token = cookieToken(side, call.request, call.hall.config.NODE_ENV);
  const rotated = token && (await rotate(call.hall, kindsOf[side], token, call.address));
  const account = rotated && (await readAccount(call.hall.db, rotated.owner));
  return account ? signedIn(call.hall, call, account, rotated.token) : refuse("not-signed-in");
};

const signOutOf =
  (side: Side) =>
  async (call: BareCall): Promise<Reply> => {
    const { hall, request, address } = call;
    const actor: Actor | null = call.actor;
    const token = cookieToken(side, request, hall.config.NODE_ENV);
    if (actor) {
      await endSessions(hall, sql`id = ${actor.sessionId}::uuid`, "signed-out", {
        actor,
        address,
      });
    }
    if (token) {
      // The secret proves that it is theirs; whose it is, the row says.
      const held = hashOfSecret(token.secret);
      const mine = sql`id = ${token.sessionId}::uuid AND refresh_hash = ${held}`;
      await endSessions(hall, mine, "signed-out", { actor, address });
    }
    const cookie = refreshCookie(side, null, request, hall.config.NODE_ENV);
    return { reply: "with-cookie", cookie };
  };

const whoAmI = route(me, async ({ hall, actor }) => {
  const session = await hall.db.session.findUnique({ where: { id: actor.sessionId } });
  const method = session?.method ?? "";
  const owner = { id: actor.sessionId, ownerId: actor.id, ownerKind: actor.kind, method };
  const account = await readAccount(hall.db, owner);
  return account ? { actor: account.shown } : refuse("not-signed-in");
});

const mySessions = route(listSessions, async ({ hall, actor }) => {
  const now = hall.clock.system();
  const rows = await hall.db.session.findMany({
    where: {
      ownerId: actor.id,
      createdAt: { gt: new Date(now.getTime() - LISTED_DAYS * 86_400_000) },
    },
    orderBy: { createdAt: "desc" },
    take: LISTED,
  });
  const items = rows.map((row) => ({
    id: row.id,
    device: row.device,
    address: row.address,
    method: row.method,
    createdAt: row.createdAt,
    lastUsedAt: row.lastUsedAt,
    current: row.id === actor.sessionId,
    ended:
      row.endedAt !== null || row.lastUsedAt <= idleSince(now) || row.createdAt <= begunSince(now),
  }));
  return { items };
});

const endMySession = route(endSession, async ({ hall, actor, params, address }) => {
  const { id } = params;
  const session = await hall.db.session.findUnique({ where: { id } });
  if (!session || session.ownerId !== actor.id) {
    return refuse("not-found", "没有这条登录记录，或者它不属于您。");
  }
  await endSessions(hall, sql`id = ${id}::uuid`, "ended-by-owner", { actor, address });
  return undefined;
});

export const sessionRoutes: readonly Route[] = [
  route(refresh, refreshOf("public")),
  route(refreshStaff, refreshOf("staff")),
  route(signOut, signOutOf("public")),
  route(signOutStaff, signOutOf("staff")),
  whoAmI,
  mySessions,
  endMySession,
];
