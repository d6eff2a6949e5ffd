import { AwsClient } from "aws4fetch";
import { type FileStore, mustBeKey } from "./file-store.ts";

/** A bucket of any S3 store, addressed by path. */
export interface Bucket {
  /** Such as `https://s3.example/evidence`. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const RETRIES = 3;
const LONGEST_MS = 20_000;

/** The store says no, or isn't there. */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
}

/**
 * Evidence in a bucket. The key is the hash of what lies under it, and so is what the store itself
 * compares a write with: bytes that were changed on their way aren't taken.
 */
export function s3Store({ url, region, accessKeyId, secretAccessKey }: Bucket): FileStore {
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: "s3",
    retries: RETRIES,
  });
  const ask = async (method: "PUT" | "GET" | "DELETE", key: string, bytes?: Uint8Array) => {
    mustBeKey(key);
    const response = await client.fetch(`${url.replace(/\/$/, "")}/${key}`, {
      method,
      redirect: "error",
      headers: { "x-amz-content-sha256": bytes ? key : HASH_OF_NOTHING },
      signal: AbortSignal.timeout(LONGEST_MS),
      ...(bytes ? { body: new Uint8Array(bytes) } : {}),
    });
    if (response.ok) return Buffer.from(await response.arrayBuffer());
    const told = await response.text();
    // A bucket that isn't there answers 404 as well, and that is no missing file.
    if (response.status === 404 && told.includes("<Code>NoSuchKey</Code>")) return null;
    throw new StoreFailure(`${method} answered ${response.status}`);
  };
  return {
    put: async (key, bytes) => {
      await ask("PUT", key, bytes);
    },
    get: (key) => ask("GET", key),
    remove: async (key) => {
      await ask("DELETE", key);
    },
  };
}

const HASH_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
