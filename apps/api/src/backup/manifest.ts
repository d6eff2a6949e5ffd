import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Secrets } from "../config.ts";

export const MANIFEST = "backup.json";
export const TABLES = "tables";
export const EVIDENCE = "evidence";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileName = z.string().regex(/^[\w.-]+$/);

/** What a backup holds, and by what it is known to be whole. It holds no key. */
export const manifestSchema = z.object({
  format: z.literal(1),
  takenAt: z.string(),
  server: z.string(),
  tables: z.array(
    z.object({
      table: z.string(),
      columns: z.array(z.string()),
      file: fileName,
      rows: z.int(),
      sha256,
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  migrations: z.array(z.object({ name: fileName, checksum: z.string() })),
  queueMigrations: z.array(z.int()),
  storageKeys: z.array(sha256),
  auditHead: z.object({ position: z.string(), hash: sha256 }).nullable(),
  /** Without these keys the backup can't be read: their names, and a print of the look-up key. */
  keys: z.object({
    personalData: z.array(z.string()),
    files: z.array(z.string()),
    lookup: z.string(),
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const keysOf = ({ personalData, files, lookupKey }: Secrets): Manifest["keys"] => ({
  personalData: Object.keys(personalData().keys),
  files: Object.keys(files().keys),
  lookup: createHmac("sha256", lookupKey).update("print of the look-up key").digest("hex"),
});

/** Names of the keys that the backup needs and the installation doesn't have. */
export function missingKeys(needed: Manifest["keys"], secrets: Secrets): readonly string[] {
  const held = keysOf(secrets);
  return [
    ...needed.personalData.filter((name) => !held.personalData.includes(name)),
    ...needed.files.filter((name) => !held.files.includes(name)),
    ...(needed.lookup === held.lookup ? [] : ["lookup-key"]),
  ];
}
