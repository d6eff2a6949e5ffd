import { verificationKey } from "@hall/contracts/documents";
import {
  type PayloadVerdict,
  verifyVerificationPayload,
} from "@hall/documents/verification-payload";
import { call } from "../api/call.ts";

const key = "hall.verification-keys";
/** Papers stay signed by the key of their day: older keys are kept as well. */
const mostKeys = 10;

/** The centre's public keys that this device has seen, the newest first. */
export function knownKeys(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

/** Fetches the key while there is a network, for when there is none (XPL-7). */
export async function learnKey(): Promise<readonly string[]> {
  const { publicKey } = await call(verificationKey, {});
  const keys = [publicKey, ...knownKeys().filter((known) => known !== publicKey)].slice(
    0,
    mostKeys,
  );
  try {
    window.localStorage.setItem(key, JSON.stringify(keys));
  } catch {
    // Without storage the check works as long as the page is open.
  }
  return keys;
}

/** Checks what a QR code says against the keys, without a network. */
export function checkOffline(
  code: string,
  fragment: string,
  keys: readonly string[],
): PayloadVerdict | null {
  return fragment === "" ? null : verifyVerificationPayload(code, fragment, keys);
}
