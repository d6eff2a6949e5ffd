import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isStrong, type KeyRingSource, watchedKeyRing } from "./keys/key-ring.ts";

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  /** A read replica, for the directory, guides, standings and statistics; never for what decides. */
  DATABASE_REPLICA_URL: z.string().min(1).optional(),
  HALL_SECRETS_DIR: z.string().min(1),
  /** Evidence, encrypted, and what has come of files that are still being uploaded. */
  HALL_DATA_DIR: z.string().min(1),
  HALL_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** `GET /metrics` of the API and of the worker, never to be reached from outside; 0 for none. */
  HALL_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  HALL_WORKER_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  HALL_METRICS_HOST: z.string().default("127.0.0.1"),
  HALL_HOST: z.string().default("127.0.0.1"),
  /** Bucket of an S3 store for evidence, such as https://s3.example/evidence; else the disk. */
  HALL_S3_BUCKET_URL: z.url().optional(),
  HALL_S3_REGION: z.string().default("us-east-1"),
  HALL_S3_ACCESS_KEY_ID: z.string().optional(),
  HALL_S3_SECRET_KEY_FILE: z.string().optional(),
  /** Where people reach the hall; stands in QR codes. */
  HALL_PUBLIC_URL: z.url().optional(),
  /** Business time to start from, such as 2026-03-17T10:00:00; refused in production. */
  HALL_NOW: z.string().optional(),
  HALL_STATIC_DIR: z.string().optional(),
  NODE_ENV: z.string().default("development"),
  HALL_LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("hall@example.invalid"),
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_ID: z.string().optional(),
  SMS_GATEWAY_SECRET_FILE: z.string().optional(),
});

/** What a running process needs to know, read once at its start. */
export interface Config extends z.infer<typeof environment> {
  readonly secrets: Secrets;
}

/** Files of `HALL_SECRETS_DIR`: never in the repository, never in the environment. */
export interface Secrets {
  readonly personalData: KeyRingSource;
  /** Of uploaded files. */
  readonly files: KeyRingSource;
  /** Keyed hash for look-ups of numbers that are stored encrypted; base64, 32 bytes. */
  readonly lookupKey: string;
  readonly tokenPrivateKeyPem: string;
  readonly tokenPublicKeyPem: string;
  /** Where the signing authority of papers and unit certificates lies; the seed makes the demo's. */
  readonly authorityFile: string;
}

/** Throws with the name of what is missing: the process doesn't start half configured. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const values = environment.parse(withFiles(env));
  if (values.NODE_ENV === "production" && values.HALL_NOW) {
    throw new Error(
      "HALL_NOW sets the business clock for trying things out; production refuses it",
    );
  }
  return { ...values, secrets: readSecrets(values.HALL_SECRETS_DIR) };
}

/** Addresses that hold a password may lie in a file instead: `DATABASE_URL_FILE` and the like. */
const MAY_BE_FILES = ["DATABASE_URL", "DATABASE_REPLICA_URL", "SMTP_URL"] as const;

function withFiles(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read: NodeJS.ProcessEnv = { ...env };
  for (const name of MAY_BE_FILES) {
    const file = env[`${name}_FILE`];
    if (file === undefined) continue;
    if (env[name] !== undefined) throw new Error(`${name} and ${name}_FILE are both set`);
    read[name] = readFileSync(file, "utf8").trim();
  }
  return read;
}

/** Files of the key rings, within the folder of secrets. */
export const KEY_RINGS = {
  personalData: "personal-data-keys.json",
  files: "file-keys.json",
} as const;

function strongKey(base64: string): string {
  if (!isStrong(base64)) throw new Error("lookup-key must be 32 random bytes in base64");
  return base64;
}

function readSecrets(directory: string): Secrets {
  const file = (name: string) => readFileSync(join(directory, name), "utf8").trim();
  return {
    personalData: watchedKeyRing(join(directory, KEY_RINGS.personalData)),
    files: watchedKeyRing(join(directory, KEY_RINGS.files)),
    lookupKey: strongKey(file("lookup-key")),
    tokenPrivateKeyPem: file("access-token-private.pem"),
    tokenPublicKeyPem: file("access-token-public.pem"),
    authorityFile: join(directory, "pki", "authority.json"),
  };
}
