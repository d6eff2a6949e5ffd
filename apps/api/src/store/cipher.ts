import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { headOf, type KeyRingSource, keysOf } from "../keys/key-ring.ts";

const NONCE = 12;
const TAG = 16;

/** Encrypts personal numbers for the database, and hashes them for look-up (AUD-2). */
export interface Cipher {
  /** AES-256-GCM under the current key; the key's name stands before the text. */
  seal(text: string): Uint8Array<ArrayBuffer>;
  /** Throws where the bytes were changed or their key is gone. */
  open(sealed: Uint8Array): string;
  /** Whether the current key sealed it. */
  isCurrent(sealed: Uint8Array): boolean;
  /** HMAC-SHA-256 of the text in upper case without spaces: equal numbers, equal hashes. */
  lookup(text: string): Uint8Array<ArrayBuffer>;
}

export function makeCipher(ring: KeyRingSource, lookupKey: string): Cipher {
  const keys = keysOf(ring);
  const hashKey = Buffer.from(lookupKey, "base64");
  return {
    seal(text) {
      const nonce = randomBytes(NONCE);
      const { name, key } = keys.current();
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return ownBytes(Buffer.concat([headOf(name), nonce, cipher.getAuthTag(), body]));
    },
    open(sealed) {
      const bytes = Buffer.from(sealed);
      const nameEnd = 1 + (bytes[0] ?? 0);
      const nonce = bytes.subarray(nameEnd, nameEnd + NONCE);
      const tag = bytes.subarray(nameEnd + NONCE, nameEnd + NONCE + TAG);
      const name = bytes.toString("utf8", 1, nameEnd);
      const key = keys.named(name);
      if (!key) throw new Error(`encryption key ${name} is not in the key ring`);
      const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAuthTag(tag);
      const body = decipher.update(bytes.subarray(nameEnd + NONCE + TAG));
      return Buffer.concat([body, decipher.final()]).toString("utf8");
    },
    isCurrent(sealed) {
      const head = headOf(keys.current().name);
      return head.equals(Buffer.from(sealed).subarray(0, head.length));
    },
    lookup: (text) =>
      ownBytes(
        createHmac("sha256", hashKey).update(text.replaceAll(/\s/g, "").toUpperCase()).digest(),
      ),
  };
}

/** Prisma takes bytes over a buffer of their own; Node's small buffers share a pool. */
function ownBytes(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
