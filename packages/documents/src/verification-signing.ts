import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import type { VerificationKeys } from "./authority.ts";
import {
  encodeBase64Url,
  payloadText,
  signedBytes,
  type VerificationPayload,
} from "./verification-payload.ts";

/**
 * Signs what the QR code of a paper says (Ed25519, RFC 8032). The result is the fragment for
 * `verificationUrl`: two base64url parts with a dot between.
 */
export function signVerificationPayload(
  payload: VerificationPayload,
  keys: VerificationKeys,
): string {
  const text = payloadText(payload);
  const key = createPrivateKey({
    key: { kty: "OKP", crv: "Ed25519", d: keys.privateKey, x: keys.publicKey },
    format: "jwk",
  });
  const signature = sign(null, signedBytes(payload.code, text), key);
  return `${encodeBase64Url(new TextEncoder().encode(text))}.${encodeBase64Url(signature)}`;
}

/** New Ed25519 keys for the QR payload. */
export function makeVerificationKeys(): VerificationKeys {
  const { d, x } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  if (!d || !x) throw new Error("The platform made no Ed25519 key.");
  return { privateKey: d, publicKey: x };
}
