import "reflect-metadata";
import { X509Certificate, X509CrlGenerator, X509CrlReason } from "@peculiar/x509";
import type { KeyAndCertificate } from "./authority.ts";
import { importSigningKey, SIGNATURE } from "./certificate-keys.ts";

export interface RevokedCertificate {
  /** Lower-case hex, as `issueUnitCertificate` gave it. */
  readonly serial: string;
  readonly revokedAt: Date;
  readonly reason: "keyCompromise" | "affiliationChanged" | "superseded" | "cessationOfOperation";
}

/**
 * A signed revocation list (RFC 5280), PEM.
 * @param thisUpdate time of making, by the system's clock
 * @param nextUpdate from then on the list is too old and nobody signs in by certificate
 */
export async function makeRevocationList(
  revoked: readonly RevokedCertificate[],
  root: KeyAndCertificate,
  thisUpdate: Date,
  nextUpdate: Date,
): Promise<string> {
  const list = await X509CrlGenerator.create({
    issuer: new X509Certificate(root.certificatePem).subject,
    thisUpdate,
    nextUpdate,
    signingAlgorithm: SIGNATURE,
    signingKey: await importSigningKey(root.privateKeyPem),
    entries: revoked.map(({ serial, revokedAt, reason }) => ({
      serialNumber: serial,
      revocationDate: revokedAt,
      reason: X509CrlReason[reason],
    })),
  });
  return list.toString("pem");
}
