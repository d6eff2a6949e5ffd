import "reflect-metadata";
import { verify } from "node:crypto";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";
import forge from "node-forge";
import type { KeyAndCertificate } from "./authority.ts";
import {
  identifiers,
  importSigningKey,
  makeKeys,
  newSerial,
  privateKeyPem,
  SIGNATURE,
} from "./certificate-keys.ts";

/** Attribute serialNumber of a name (X.520): holds the unit code. */
const UNIT_CODE = "2.5.4.5";
const DEFAULT_VALID_DAYS = 730;

export interface UnitCertificateRequest {
  readonly unitCode: string;
  readonly unitName: string;
  /** Protects the PKCS#12 file; the unit types it into the browser, the server never sees it again. */
  readonly passphrase: string;
  /** Beginning of validity, by the system's clock. */
  readonly now?: Date;
  readonly validDays?: number;
}

export interface UnitCertificate {
  /** PKCS#12 file with key and certificates, for the unit to keep. */
  readonly p12: Uint8Array;
  readonly certificatePem: string;
  /** Lower-case hex, for the revocation list. */
  readonly serial: string;
}

/**
 * Issues the client certificate with which a unit signs in (RSA 3072). The file is encrypted
 * with AES-256 as node-forge opens it in the browser.
 */
export async function issueUnitCertificate(
  request: UnitCertificateRequest,
  root: KeyAndCertificate,
): Promise<UnitCertificate> {
  const { unitCode, unitName, now = new Date(), validDays = DEFAULT_VALID_DAYS } = request;
  const issuer = new X509Certificate(root.certificatePem);
  const keys = await makeKeys();
  const serial = newSerial();
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial,
    subject: [{ C: ["CN"] }, { O: [unitName] }, { CN: [unitName] }, { [UNIT_CODE]: [unitCode] }],
    issuer: issuer.subjectName,
    notBefore: now,
    notAfter: new Date(now.getTime() + validDays * 86_400_000),
    publicKey: keys.publicKey,
    signingKey: await importSigningKey(root.privateKeyPem),
    signingAlgorithm: SIGNATURE,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      ...(await identifiers(issuer.publicKey, keys.publicKey)),
    ],
  });
  const certificatePem = certificate.toString("pem");
  const key = await privateKeyPem(keys.privateKey);
  const p12 = packP12(key, [certificatePem, root.certificatePem], request);
  return { p12, certificatePem, serial };
}

function packP12(
  keyPem: string,
  chain: readonly string[],
  request: UnitCertificateRequest,
): Uint8Array {
  const { pkcs12, pki, asn1 } = forge;
  const file = pkcs12.toPkcs12Asn1(
    pki.privateKeyFromPem(keyPem),
    chain.map((pem) => pki.certificateFromPem(pem)),
    request.passphrase,
    { algorithm: "aes256", friendlyName: request.unitCode, count: 20_000 },
  );
  return new Uint8Array(Buffer.from(asn1.toDer(file).getBytes(), "binary"));
}

/**
 * Whether `signature` was made over `message` with the key of the certificate (RSASSA-PKCS1-v1_5,
 * SHA-256). Says nothing about the certificate itself: see `checkUnitCertificate`.
 */
export function isSignedByCertificate(
  certificatePem: string,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify("sha256", message, certificatePem, signature);
}
