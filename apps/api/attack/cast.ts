import { createHmac, generateKeyPairSync } from "node:crypto";
import type { Access, Endpoint } from "@hall/contracts/endpoint";
import jsonwebtoken from "jsonwebtoken";
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from "../src/auth/authenticate.ts";
import type { Actor } from "../src/http/actor.ts";
import { newSession, type TestHall } from "../test/harness.ts";

/** Somebody who comes to the door. */
export interface Player {
  readonly name: string;
  /** What they may call; null for who isn't signed in, whatever token they show. */
  readonly as: Access | null;
  /** Signed in with an issued password that isn't changed yet. */
  readonly mustChange?: boolean;
  /** The same each time; `anew` gets one of a session that may be ended. */
  readonly token: (anew?: "anew") => Promise<string | null>;
}

const STAFF = {
  reviewer: "reviewer1",
  counter: "counter1",
  finance: "finance1",
  policy: "policy1",
  auditor: "auditor1",
  admin: "admin1",
} as const;

/** Every role, each kind of sign-in, and each token that opens nothing. */
export async function castOf(test: TestHall): Promise<readonly Player[]> {
  const { hall } = test;
  const player = (name: string, as: Access, who: string, by?: "password" | "certificate") => ({
    name,
    as,
    token: kept(async () => (await newSession(hall, who, by)).token),
  });
  const people: readonly Player[] = [
    player("person", "person", "P0000001"),
    player("agent by password", "agent", "U0000004", "password"),
    player("agent by certificate", "agent", "U0000001", "certificate"),
    ...Object.entries(STAFF).map(([role, who]) => player(role, role as Access, who)),
  ];
  const issued = ["P0000001", "U0000004", "reviewer1"].map((who) => ({
    name: `${who} with an issued password`,
    as: ({ P: "person", U: "agent", r: "reviewer" } as const)[who[0] as "P" | "U" | "r"],
    mustChange: true,
    token: kept(async () => {
      const { actor } = await newSession(hall, who);
      return hall.gate.issueToken({ ...actor, mustChangePassword: true });
    }),
  }));
  return [...people, ...issued, ...(await strangersOf(test))];
}

function kept(open: () => Promise<string>): Player["token"] {
  let first: Promise<string> | null = null;
  return (anew) => {
    if (anew) return open();
    first ??= open();
    return first;
  };
}

/** Nobody, and tokens of a citizen and of each staff role that were good once or never. */
async function strangersOf({ hall }: TestHall): Promise<readonly Player[]> {
  const { tokenPrivateKeyPem: own, tokenPublicKeyPem } = hall.config.secrets;
  const other = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const { actor } = await newSession(hall, "P0000001");
  const admin = (await newSession(hall, "admin1")).actor;
  const ended = await newSession(hall, "admin1");
  await hall.db.session.update({
    where: { id: ended.actor.sessionId },
    data: { endedAt: hall.clock.system(), endReason: "signed-out" },
  });
  const known = { issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE };
  const es256 = { algorithm: "ES256", ...known } as const;
  const tokens: Readonly<Record<string, string | null>> = {
    nobody: null,
    "an expired token": jsonwebtoken.sign(actor, own, { ...es256, expiresIn: -1 }),
    "a token of an ended session": ended.token,
    "a token under another key": jsonwebtoken.sign(admin, other, { ...es256, expiresIn: 600 }),
    "a token of another issuer": jsonwebtoken.sign(admin, own, { ...es256, issuer: "other" }),
    "a token for another audience": jsonwebtoken.sign(admin, own, { ...es256, audience: "other" }),
    "a token without signature": unsigned(admin),
    "a token signed with the public key as a password": hmacOf(admin, tokenPublicKeyPem),
    "a token with another payload": altered(ended.token, admin),
    "a token of no session": hall.gate.issueToken({
      ...admin,
      sessionId: "00000000-0000-4000-8000-000000000000",
    }),
    "a word": "admin1",
  };
  return Object.entries(tokens).map(([name, token]) => ({
    name,
    as: null,
    token: async () => token,
  }));
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const claimsOf = (actor: Actor) => {
  const now = Math.floor(Date.now() / 1_000);
  return { ...actor, iss: TOKEN_ISSUER, aud: TOKEN_AUDIENCE, iat: now, exp: now + 600 };
};

const unsigned = (actor: Actor) => `${part({ alg: "none", typ: "JWT" })}.${part(claimsOf(actor))}.`;

/** The classic confusion: what anybody may know used as the secret of a keyed hash. */
const hmacOf = (actor: Actor, publicKeyPem: string) => {
  const head = part({ alg: "HS256", typ: "JWT" });
  const body = part(claimsOf(actor));
  const mac = createHmac("sha256", publicKeyPem).update(`${head}.${body}`).digest("base64url");
  return `${head}.${body}.${mac}`;
};

function altered(token: string, actor: Actor): string {
  const [head, , signature] = token.split(".");
  return `${head}.${part(claimsOf(actor))}.${signature}`;
}

/** What the contract says of a player: let in, or turned away with which code. */
export function dueTo(player: Player, endpoint: Endpoint): "in" | Turned {
  if (endpoint.access.includes("public")) return "in";
  if (player.as === null) return { status: 401, code: "not-signed-in" };
  if (!endpoint.access.includes(player.as)) return { status: 403, code: "not-allowed" };
  if (player.mustChange && !["me", "changePassword"].includes(endpoint.id)) {
    return { status: 403, code: "password-change-needed" };
  }
  return "in";
}

export interface Turned {
  readonly status: number;
  readonly code: string;
}
