import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { KeyAndCertificate } from "@hall/documents/authority";
import { makeRevocationList } from "@hall/documents/revocation-list";
import { z } from "zod";
import type { Hall } from "../hall.ts";

const authority = z.object({
  root: z.object({ certificatePem: z.string(), privateKeyPem: z.string() }),
});

const DAY_MS = 86_400_000;

export interface Trust {
  readonly rootCertificatePem: string;
  readonly revocationListPem: string;
}

/**
 * Whom to trust, and whom no more. An authority that publishes its list has it laid beside its
 * certificate as `revocation-list.pem`; for the demo the hall is the authority itself and signs the
 * list anew from its records, so that a revocation counts at once.
 */
export async function readTrust(hall: Hall): Promise<Trust> {
  const { authorityFile } = hall.config.secrets;
  const { root } = authority.parse(JSON.parse(await readFile(authorityFile, "utf8")));
  const published = join(dirname(authorityFile), "revocation-list.pem");
  const revocationListPem = existsSync(published)
    ? await readFile(published, "utf8")
    : await listOfRecords(hall, root);
  return { rootCertificatePem: root.certificatePem, revocationListPem };
}

async function listOfRecords(hall: Hall, root: KeyAndCertificate): Promise<string> {
  const rows = await hall.db.unitCertificate.findMany({
    where: { revokedAt: { not: null } },
    select: { serial: true, revokedAt: true },
  });
  const revoked = rows.flatMap(({ serial, revokedAt }) =>
    revokedAt ? [{ serial, revokedAt, reason: "cessationOfOperation" as const }] : [],
  );
  const now = hall.clock.system();
  const begin = new Date(now.getTime() - 60_000);
  return makeRevocationList(revoked, root, begin, new Date(now.getTime() + DAY_MS));
}
