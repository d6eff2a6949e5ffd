import { join } from "node:path";
import type { Config } from "../config.ts";
import { diskStore, type FileStore } from "./file-store.ts";
import { type PartFiles, partFiles } from "./part-files.ts";
import { type FileSeal, makeFileSeal } from "./seal.ts";

/** All that a process needs to take files in and to give them out. */
export interface FileShelf {
  readonly store: FileStore;
  readonly seal: FileSeal;
  readonly parts: PartFiles;
}

export function openFileShelf({ HALL_DATA_DIR, secrets }: Config): FileShelf {
  const seal = makeFileSeal(secrets.files);
  return {
    seal,
    store: diskStore(join(HALL_DATA_DIR, "files")),
    parts: partFiles(join(HALL_DATA_DIR, "uploads"), seal),
  };
}
