import "reflect-metadata";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";
import type { Authority, KeyAndCertificate } from "./authority.ts";
import {
  identifiers,
  importSigningKey,
  makeKeys,
  newSerial,
  privateKeyPem,
  SIGNATURE,
} from "./certificate-keys.ts";
import { makeVerificationKeys } from "./verification-signing.ts";

const ROOT_YEARS = 10;
const SIGNING_YEARS = 5;
/** id-kp-documentSigning, RFC 9336. */
const DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";

/**
 * Makes the keys of a demonstration: a root that issues, a certificate that signs papers, and
 * the Ed25519 keys of the QR payload. The names say that it is a demonstration. In earnest the
 * signing certificate comes from a licensed authority (电子认证服务机构) in the same form.
 *
 * @param organisation issuer of the papers, as the signature panel shows it
 * @param now beginning of validity, by the system's clock and not the business clock
 */
export async function makeAuthority(
  organisation: string,
  now: Date = new Date(),
): Promise<Authority> {
  const { certificate, root } = await makeRoot(organisation, now);
  const keys = await makeKeys();
  const signing = await X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: [{ C: ["CN"] }, { O: [organisation] }, { CN: [`${organisation}电子签章（演示）`] }],
    issuer: certificate.subjectName,
    notBefore: now,
    notAfter: yearsAfter(now, SIGNING_YEARS),
    publicKey: keys.publicKey,
    signingKey: await importSigningKey(root.privateKeyPem),
    signingAlgorithm: SIGNATURE,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new ExtendedKeyUsageExtension([DOCUMENT_SIGNING]),
      ...(await identifiers(certificate.publicKey, keys.publicKey)),
    ],
  });
  return {
    root,
    signing: {
      certificatePem: signing.toString("pem"),
      privateKeyPem: await privateKeyPem(keys.privateKey),
      chainPem: [root.certificatePem],
    },
    verification: makeVerificationKeys(),
  };
}

async function makeRoot(
  organisation: string,
  now: Date,
): Promise<{ readonly certificate: X509Certificate; readonly root: KeyAndCertificate }> {
  const keys = await makeKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: [{ C: ["CN"] }, { O: [organisation] }, { CN: ["网上服务大厅演示根证书"] }],
    notBefore: now,
    notAfter: yearsAfter(now, ROOT_YEARS),
    keys,
    signingAlgorithm: SIGNATURE,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ...(await identifiers(keys.publicKey, keys.publicKey)),
    ],
  });
  const root = {
    certificatePem: certificate.toString("pem"),
    privateKeyPem: await privateKeyPem(keys.privateKey),
  };
  return { certificate, root };
}

function yearsAfter(start: Date, years: number): Date {
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end;
}
