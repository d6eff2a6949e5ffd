import type { FileRow } from "./file-row.ts";
import { sha256 } from "./seal.ts";
import type { FileShelf } from "./shelf.ts";

/** What is wrong with a stored file: it is gone, other bytes lie there, or no key opens it. */
export type Damage = "missing" | "changed" | "locked";

/** Brings a stored file, each of its hashes proven on the way. */
export async function openStored(
  { store, seal }: FileShelf,
  { id, storageKey, storedSha256, storedBytes }: FileRow,
): Promise<{ readonly bytes: Buffer } | { readonly damage: Damage }> {
  const sealed = storageKey === null ? null : await store.get(storageKey);
  if (sealed === null) return { damage: "missing" };
  if (sha256(sealed) !== storageKey) return { damage: "changed" };
  const bytes = seal.open(sealed, id);
  if (bytes === null) return { damage: "locked" };
  const isWhole = bytes.length === storedBytes && sha256(bytes) === storedSha256;
  return isWhole ? { bytes } : { damage: "changed" };
}
