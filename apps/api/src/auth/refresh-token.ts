import { createHash, randomBytes } from "node:crypto";

/**
 * What the cookie holds: the session's id and a secret of 256 bits. The database keeps the secret's
 * hash only. Each use replaces the secret by its successor, a keyed hash of it under a key of the
 * server's: whoever repeats a request whose answer got lost is given the same successor again,
 * and nobody else can reckon it.
 */
export interface RefreshToken {
  readonly sessionId: string;
  readonly secret: string;
}

export const newSecret = (): string => randomBytes(32).toString("base64url");

export function hashOfSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}

const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

export const refreshTokenText = ({ sessionId, secret }: RefreshToken) => `${sessionId}.${secret}`;

export function readRefreshToken(text: string | undefined): RefreshToken | null {
  const [, sessionId, secret] = TOKEN.exec(text ?? "") ?? [];
  return sessionId && secret ? { sessionId, secret } : null;
}
