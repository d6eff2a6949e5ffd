import { ed25519 } from "@noble/curves/ed25519.js";

/**
 * What a paper's QR code tells without a network. It names no more of a person than the public
 * verification page does. This file runs in the browser as well; Ed25519 comes from noble
 * because WebCrypto has it only from Chrome 137 on.
 */
export interface VerificationPayload {
  /** Title of the paper in Chinese; an old page can so name papers that it doesn't know. */
  readonly kindName: string;
  readonly number: string;
  readonly maskedName: string;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string;
  /** `YYYY-MM-DD`, the last day on which the paper counts; absent if it has no end. */
  readonly validUntil?: string;
  readonly code: string;
}

export type PayloadVerdict =
  | { readonly outcome: "authentic"; readonly payload: VerificationPayload }
  /** Not made by this scheme, or cut off. */
  | { readonly outcome: "unreadable" }
  /** Readable, but signed by none of the known keys or for another code. */
  | { readonly outcome: "forged" };

const VERSION = "1";
const SEPARATOR = "\n";

/**
 * The public address of a paper with its signed fragment. Browsers don't send fragments, so
 * that the server's log never holds the masked name.
 */
export function verificationUrl(base: string, code: string, signedPayload: string): string {
  return `${base.replace(/\/+$/, "")}/verify/${code}#${signedPayload}`;
}

/**
 * The text that is signed. The code is part of it and not of the fragment, as the address holds
 * it already: a fragment moved to another paper's address doesn't verify.
 */
export function payloadText(payload: Omit<VerificationPayload, "code">): string {
  const { kindName, number, maskedName, issuedOn, validUntil } = payload;
  return [VERSION, kindName, number, maskedName, issuedOn, validUntil ?? ""].join(SEPARATOR);
}

export function signedBytes(code: string, text: string): Uint8Array {
  return new TextEncoder().encode(code + SEPARATOR + text);
}

/**
 * Checks the fragment of a paper's address.
 * @param code canonical code from the path of the address
 * @param fragment what follows `#`
 * @param publicKeys all keys that may have signed, 32 raw bytes each in base64url; older ones too
 */
export function verifyVerificationPayload(
  code: string,
  fragment: string,
  publicKeys: readonly string[],
): PayloadVerdict {
  const [body = "", signature = "", ...rest] = fragment.replace(/^#/, "").split(".");
  const bodyBytes = decodeBase64Url(body);
  const signatureBytes = decodeBase64Url(signature);
  if (!bodyBytes || signatureBytes?.length !== 64 || rest.length > 0) {
    return { outcome: "unreadable" };
  }
  const text = new TextDecoder().decode(bodyBytes);
  const payload = readPayload(code, text);
  if (!payload) return { outcome: "unreadable" };
  const message = signedBytes(code, text);
  const authentic = publicKeys.some((key) => {
    const keyBytes = decodeBase64Url(key);
    return keyBytes?.length === 32 && ed25519.verify(signatureBytes, message, keyBytes);
  });
  return authentic ? { outcome: "authentic", payload } : { outcome: "forged" };
}

function readPayload(code: string, text: string): VerificationPayload | null {
  const [version, kindName, number, maskedName, issuedOn, validUntil, ...rest] =
    text.split(SEPARATOR);
  if (version !== VERSION || rest.length > 0 || validUntil === undefined) return null;
  if (!kindName || !number || !maskedName || !issuedOn) return null;
  const payload = { kindName, number, maskedName, issuedOn, code };
  return validUntil === "" ? payload : { ...payload, validUntil };
}

export function encodeBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

function decodeBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
