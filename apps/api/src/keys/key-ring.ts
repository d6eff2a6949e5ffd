import { readFileSync, statSync } from "node:fs";
import { z } from "zod";

const name = z.string().regex(/^[\w-]{1,60}$/);

/** Keys by their names; the current one seals, all of them open what they sealed. */
const keyRing = z
  .object({ current: name, keys: z.record(name, z.string().refine(isStrong)) })
  .refine(({ current, keys }) => current in keys, "the current key is not in the key ring");
export type KeyRing = z.infer<typeof keyRing>;

/** The ring as it stands; `fresh` looks at its file whatever was seen a moment ago. */
export type KeyRingSource = (fresh?: "fresh") => KeyRing;

/** 256 bits, base64, that aren't a pattern: `AAAA…` and the like are somebody's placeholder. */
export function isStrong(base64: string): boolean {
  const bytes = Buffer.from(base64, "base64");
  return bytes.length === 32 && new Set(bytes).size > 8;
}

/** Between two looks at the file: so long after a change every process seals by the new ring. */
export const LOOK_EVERY_MS = 5_000;

export const readKeyRing = (file: string): KeyRing =>
  keyRing.parse(JSON.parse(readFileSync(file, "utf8")));

/**
 * The ring in a file, read anew when the file changes, so that keys are changed under running
 * processes. Throws at once where the ring is broken; one that breaks later changes nothing.
 */
export function watchedKeyRing(file: string): KeyRingSource {
  let ring = readKeyRing(file);
  let changedAt = statSync(file).mtimeMs;
  let lookedAt = Date.now();
  return (fresh) => {
    if (!fresh && Date.now() - lookedAt < LOOK_EVERY_MS) return ring;
    lookedAt = Date.now();
    try {
      const { mtimeMs } = statSync(file);
      if (mtimeMs === changedAt) return ring;
      ring = readKeyRing(file);
      changedAt = mtimeMs;
    } catch {
      // Half written, or gone for a moment: the keys in hand go on.
    }
    return ring;
  };
}

/** Finds keys by their names, through whatever changes of the ring. */
export function keysOf(source: KeyRingSource) {
  let known = source();
  let keys = decoded(known);
  const refresh = (ring: KeyRing) => {
    if (ring === known) return;
    known = ring;
    keys = decoded(ring);
  };
  return {
    current(): { readonly name: string; readonly key: Buffer } {
      refresh(source());
      const key = keys.get(known.current);
      if (!key) throw new Error(`encryption key ${known.current} is not in the key ring`);
      return { name: known.current, key };
    },
    /** Undefined for a key that nobody has: another process may have begun with a new one. */
    named(keyName: string): Buffer | undefined {
      if (!keys.has(keyName)) refresh(source("fresh"));
      return keys.get(keyName);
    },
  };
}

const decoded = ({ keys }: KeyRing): Map<string, Buffer> =>
  new Map(Object.entries(keys).map(([each, key]) => [each, Buffer.from(key, "base64")]));

/** What stands before everything that a key seals: the length of its name, and the name. */
export const headOf = (keyName: string): Buffer => {
  const bytes = Buffer.from(keyName, "utf8");
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
};
