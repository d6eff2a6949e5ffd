import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { headOf, type KeyRingSource, keysOf } from "../keys/key-ring.ts";

const NONCE = 12;
const TAG = 16;

/** Encrypts files at rest (AES-256-GCM), each bound to what it belongs to. */
export interface FileSeal {
  /** Under the ring's current key, whose name stands first; never twice the same bytes. */
  readonly seal: (bytes: Uint8Array, context: string) => Buffer;
  /** Null where the bytes were changed, belong to another context, or their key is gone. */
  readonly open: (sealed: Uint8Array, context: string) => Buffer | null;
  /** Whether the current key sealed it. */
  readonly isCurrent: (sealed: Uint8Array) => boolean;
}

export function makeFileSeal(ring: KeyRingSource): FileSeal {
  const keys = keysOf(ring);
  keys.current(); // a ring without its current key is told at the start
  return {
    seal: (bytes, context) => {
      const nonce = randomBytes(NONCE);
      const { name, key } = keys.current();
      const head = headOf(name);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      cipher.setAAD(Buffer.concat([head, Buffer.from(context, "utf8")]));
      const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
    },
    isCurrent: (sealed) => {
      const head = headOf(keys.current().name);
      return head.equals(Buffer.from(sealed).subarray(0, head.length));
    },
    open: (sealed, context) => {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const nameEnd = 1 + (bytes[0] ?? 0);
      const key = keys.named(bytes.toString("utf8", 1, nameEnd));
      const body = nameEnd + NONCE + TAG;
      if (!key || bytes.length < body) return null;
      const nonce = bytes.subarray(nameEnd, nameEnd + NONCE);
      const decipher = createDecipheriv("aes-256-gcm", key, nonce);
      decipher.setAAD(Buffer.concat([bytes.subarray(0, nameEnd), Buffer.from(context, "utf8")]));
      decipher.setAuthTag(bytes.subarray(nameEnd + NONCE, body));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]);
      } catch {
        return null; // how Node says that the tag doesn't fit
      }
    },
  };
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");
