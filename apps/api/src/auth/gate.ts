import { createHmac, createPrivateKey, hkdfSync } from "node:crypto";
import type { Request as HttpRequest } from "express";
import jsonwebtoken from "jsonwebtoken";
import type { Clock } from "../clock.ts";
import type { Secrets } from "../config.ts";
import type { Actor } from "../http/actor.ts";
import type { Database } from "../store/database.ts";
import { authenticator, TOKEN_AUDIENCE, TOKEN_ISSUER } from "./authenticate.ts";
import { sessionWatch } from "./session-watch.ts";

/** Seconds for which an access token counts (SGN-5: short). */
export const TOKEN_SECONDS = 600;

/** Who gets in: tokens issued and read, sessions watched. One for a process. */
export interface Gate {
  /** Null for nobody, and for a session that has ended. Throws when the database is away. */
  readonly authenticate: (request: HttpRequest) => Promise<Actor | null>;
  readonly issueToken: (actor: Actor) => string;
  /** The refresh token that follows another, see `refresh-token.ts`. */
  readonly successor: (refreshSecret: string) => string;
  /** Sessions have ended: each is looked up again at its next request. */
  readonly recheck: () => void;
}

export function openGate(secrets: Secrets, db: Database, clock: Clock): Gate {
  const watch = sessionWatch(db, clock);
  const privateKey = createPrivateKey(secrets.tokenPrivateKeyPem);
  const lookupKey = Buffer.from(secrets.lookupKey, "base64");
  const refreshKey = Buffer.from(hkdfSync("sha256", lookupKey, "", "refresh token successor", 32));
  return {
    authenticate: authenticator(secrets, watch),
    issueToken: (actor) =>
      jsonwebtoken.sign(actor, privateKey, {
        algorithm: "ES256",
        issuer: TOKEN_ISSUER,
        audience: TOKEN_AUDIENCE,
        expiresIn: TOKEN_SECONDS,
      }),
    successor: (secret) => createHmac("sha256", refreshKey).update(secret).digest("base64url"),
    recheck: watch.recheck,
  };
}
