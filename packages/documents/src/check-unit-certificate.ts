import "reflect-metadata";
import {
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  X509Certificate,
  X509Crl,
} from "@peculiar/x509";

/** Attribute serialNumber of a name (X.520): holds the unit code. */
const UNIT_CODE = "2.5.4.5";

export type UnitCertificateVerdict =
  | { readonly outcome: "valid"; readonly serial: string; readonly notAfter: Date }
  | { readonly outcome: "refused"; readonly reason: UnitCertificateRefusal };

export type UnitCertificateRefusal =
  /** Not a certificate at all. */
  | "unreadable"
  /** Signed by another authority, or altered. */
  | "not-issued-here"
  /** Made for another purpose, such as signing papers. */
  | "not-for-sign-in"
  | "not-yet-valid"
  | "expired"
  | "revoked"
  /** No list, a forged one, or one that is too old: nothing can be said, so no entry. */
  | "revocation-list-unusable"
  /** Good, but of another unit. */
  | "other-unit";

/**
 * Judges a unit's certificate: issued by the root, for sign-in, in its time, not revoked, and
 * bound to the unit. `at` is the system's time, not the business clock.
 */
export async function checkUnitCertificate(
  certificatePem: string,
  expected: {
    readonly unitCode: string;
    readonly rootCertificatePem: string;
    readonly revocationListPem: string;
    readonly at: Date;
  },
): Promise<UnitCertificateVerdict> {
  const root = new X509Certificate(expected.rootCertificatePem);
  const certificate = parsed(certificatePem);
  if (!certificate) return refused("unreadable");
  if (!(await isIssuedBy(certificate, root))) return refused("not-issued-here");
  const usage = certificate.getExtension(ExtendedKeyUsageExtension);
  if (!usage?.usages.includes(ExtendedKeyUsage.clientAuth)) return refused("not-for-sign-in");
  if (expected.at < certificate.notBefore) return refused("not-yet-valid");
  if (expected.at > certificate.notAfter) return refused("expired");
  const list = await usableList(expected.revocationListPem, root, expected.at);
  if (!list) return refused("revocation-list-unusable");
  if (list.findRevoked(certificate.serialNumber)) return refused("revoked");
  const codes = certificate.subjectName.getField(UNIT_CODE);
  if (codes.length !== 1 || codes[0] !== expected.unitCode) return refused("other-unit");
  const { serialNumber: serial, notAfter } = certificate;
  return { outcome: "valid", serial, notAfter };
}

const refused = (reason: UnitCertificateRefusal): UnitCertificateVerdict => ({
  outcome: "refused",
  reason,
});

function parsed(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    // The library tells malformed input only by throwing.
    return null;
  }
}

async function isIssuedBy(certificate: X509Certificate, root: X509Certificate): Promise<boolean> {
  if (certificate.issuer !== root.subject) return false;
  try {
    return await certificate.verify({ publicKey: root.publicKey, signatureOnly: true });
  } catch {
    // A signature by an algorithm that isn't ours.
    return false;
  }
}

async function usableList(pem: string, root: X509Certificate, at: Date): Promise<X509Crl | null> {
  try {
    const list = new X509Crl(pem);
    const current = list.thisUpdate <= at && list.nextUpdate !== undefined && at <= list.nextUpdate;
    return current && (await list.verify({ publicKey: root.publicKey })) ? list : null;
  } catch {
    return null;
  }
}
