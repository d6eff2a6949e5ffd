import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { diskStore, type FileStore } from "./file-store.ts";
import { type PartFiles, partFiles } from "./part-files.ts";
import { s3Store } from "./s3-store.ts";
import { type FileSeal, makeFileSeal } from "./seal.ts";

/** All that a process needs to take files in and to give them out. */
export interface FileShelf {
  readonly store: FileStore;
  readonly seal: FileSeal;
  readonly parts: PartFiles;
}

export function openFileShelf(config: Config): FileShelf {
  const seal = makeFileSeal(config.secrets.files);
  return {
    seal,
    store: storeOf(config),
    // On the disk of this machine, wherever whole files go: they live for minutes.
    parts: partFiles(join(config.HALL_DATA_DIR, "uploads"), seal),
  };
}

function storeOf(config: Config): FileStore {
  const { HALL_S3_BUCKET_URL: url, HALL_S3_ACCESS_KEY_ID: accessKeyId } = config;
  const { HALL_S3_SECRET_KEY_FILE: secretFile, HALL_S3_REGION: region } = config;
  if (url === undefined) return diskStore(join(config.HALL_DATA_DIR, "files"));
  if (accessKeyId === undefined || secretFile === undefined) {
    throw new Error("an S3 store needs HALL_S3_ACCESS_KEY_ID and HALL_S3_SECRET_KEY_FILE");
  }
  const secretAccessKey = readFileSync(secretFile, "utf8").trim();
  return s3Store({ url, region, accessKeyId, secretAccessKey });
}
