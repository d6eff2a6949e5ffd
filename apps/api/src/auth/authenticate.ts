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
  const key = createPublicKey(tokenPublicKeyPem);
  return async (request: HttpRequest): Promise<Actor | null> => {
    const token = /^Bearer ([\w.-]+)$/.exec(request.get("authorization") ?? "")?.[1];
    const actor = token ? read(token, key) : null;
    return actor && (await watch.isOpen(actor.sessionId)) ? actor : null;
  };
}

function read(token: string, key: KeyObject): Actor | null {
  try {
    const payload = jsonwebtoken.verify(token, key, {
      algorithms: ["ES256"],
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
    });
    return claims.parse(payload);
  } catch {
    // Forged, altered or ended: the library tells all of it by throwing.
    return null;
  }
}
