import { randomBytes } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { type KeyRing, readKeyRing } from "./key-ring.ts";

/** Adds a key that seals from now on; the older ones go on opening. Answers its name. */
export function addKey(file: string): string {
  const ring = readKeyRing(file);
  const current = `k${randomBytes(4).toString("hex")}`;
  const keys = { ...ring.keys, [current]: randomBytes(32).toString("base64") };
  replace(file, { current, keys });
  return current;
}

/** Forgets all keys but the current one, and answers how many. */
export function dropOlderKeys(file: string): number {
  const { current, keys } = readKeyRing(file);
  replace(file, { current, keys: { [current]: keys[current] ?? "" } });
  return Object.keys(keys).length - 1;
}

/** Whole or not at all: a reader never sees half a ring. */
function replace(file: string, ring: KeyRing): void {
  const beside = `${file}.new`;
  writeFileSync(beside, `${JSON.stringify(ring, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(beside, file);
}
