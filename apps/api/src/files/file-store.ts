import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Where evidence lies, encrypted. A key is the hash (SHA-256, hex) of the bytes under it: what is
 * there is never written anew, and what was changed doesn't fit its key.
 */
export interface FileStore {
  /** Returns when the bytes would outlast a power cut. Throws where they can't be stored. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Null where nothing lies under the key. */
  readonly get: (key: string) => Promise<Buffer | null>;
  /** Nothing happens where nothing is there. */
  readonly remove: (key: string) => Promise<void>;
}

/** Files under a folder, 256 folders of 256: no half-written one ever bears its key as name. */
export function diskStore(root: string): FileStore {
  const placeOf = (key: string) => {
    mustBeKey(key);
    return join(root, key.slice(0, 2), key.slice(2, 4), key);
  };
  return {
    put: async (key, bytes) => {
      const place = placeOf(key);
      const folder = dirname(place);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const unnamed = join(folder, `.${randomBytes(8).toString("hex")}`);
      try {
        await writeThrough(unnamed, bytes);
        await rename(unnamed, place);
        await syncFolders(root, folder);
      } catch (error) {
        await rm(unnamed, { force: true });
        throw error;
      }
    },
    get: async (key) => {
      try {
        return await readFile(placeOf(key));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    remove: async (key) => rm(placeOf(key), { force: true }),
  };
}

/** Throws for anything that isn't a hash: a key becomes part of a path. */
export function mustBeKey(key: string): void {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error("a key is a hash in hex");
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name is on the disk once its folder is, and the folder's once its own is. */
async function syncFolders(root: string, folder: string): Promise<void> {
  for (const each of [folder, dirname(folder), root]) {
    const opened = await open(each, "r");
    try {
      await opened.sync();
    } finally {
      await opened.close();
    }
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";
