import { createPublicKey, type KeyObject } from "node:crypto";
import { staffRoles } from "@hall/domain/staff-roles";
import type { Request as HttpRequest } from "express";
import jsonwebtoken from "jsonwebtoken";
import { z } from "zod";
import type { Secrets } from "../config.ts";
import type { Actor } from "../http/actor.ts";
import type { SessionWatch } from "./session-watch.ts";

/** What an access token holds, besides its times. */
export const claims = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("person"),
    id: z.uuid(),
    sessionId: z.uuid(),
    mustChangePassword: z.boolean(),
  }),
  z.object({
    kind: z.literal("agent"),
    id: z.uuid(),
    unitId: z.uuid(),
    method: z.enum(["password", "certificate"]),
    sessionId: z.uuid(),
    mustChangePassword: z.boolean(),
  }),
  z.object({
    kind: z.literal("staff"),
    id: z.uuid(),
    roles: z.array(z.enum(staffRoles)),
    sessionId: z.uuid(),
    mustChangePassword: z.boolean(),
  }),
]);

export const TOKEN_ISSUER = "hall";
/** Whom an access token is for: were the key ever used for anything else, that wouldn't open the API. */
export const TOKEN_AUDIENCE = "hall-api";

/**
 * Reads the bearer token, and asks whether its session is open still. The key is parsed once: a key
 * given as text is parsed at each call.
 */
export function authenticator({ tokenPublicKeyPem }: Secrets, watch: SessionWatch) {
  const read = tokenReader(createPublicKey(tokenPublicKeyPem));
  return async (request: HttpRequest): Promise<Actor | null> => {
    const token = /^Bearer ([\w.-]+)$/.exec(request.get("authorization") ?? "")?.[1];
    const actor = token ? read(token) : null;
    return actor && (await watch.isOpen(actor.sessionId)) ? actor : null;
  };
}

const MOST_HELD = 20_000;

/**
 * Checks a token's signature once and its end each time: the same token comes with every request
 * of ten minutes, and a signature costs more than most of what is asked with it.
 */
export function tokenReader(key: KeyObject): (token: string) => Actor | null {
  const held = new Map<string, { readonly actor: Actor; readonly exp: number }>();
  return (token) => {
    const before = held.get(token);
    if (before && before.exp * 1_000 > Date.now()) return before.actor;
    held.delete(token);
    const fresh = verified(token, key);
    if (!fresh) return null;
    if (held.size >= MOST_HELD) held.clear();
    held.set(token, fresh);
    return fresh.actor;
  };
}

const times = z.object({ exp: z.int() });

function verified(token: string, key: KeyObject) {
  try {
    const payload = jsonwebtoken.verify(token, key, {
      algorithms: ["ES256"],
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
    });
    return { actor: claims.parse(payload), exp: times.parse(payload).exp };
  } catch {
    // Forged, altered or ended: the library tells all of it by throwing.
    return null;
  }
}
