import "reflect-metadata";
import { createPrivateKey, randomBytes, webcrypto } from "node:crypto";
import {
  AuthorityKeyIdentifierExtension,
  type Extension,
  PemConverter,
  type PublicKeyType,
  SubjectKeyIdentifierExtension,
} from "@peculiar/x509";

/** RSA with SHA-256: what PDF readers and node-forge in the browser both understand. */
export const SIGNATURE = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;

const SERIAL_BYTES = 16;

/** New RSA keys of 3072 bits: as strong as keys of 128 bits (ASVS 11.2.3). */
export function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  const algorithm = {
    ...SIGNATURE,
    modulusLength: 3072,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  return webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

/** The key of a certificate that issues others, from PKCS#8 PEM. */
export function importSigningKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(pem).export({ type: "pkcs8", format: "der" });
  return webcrypto.subtle.importKey("pkcs8", der, SIGNATURE, false, ["sign"]);
}

export async function privateKeyPem(key: webcrypto.CryptoKey): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY");
}

/** Random and positive, as RFC 5280 asks; lower-case hex. */
export function newSerial(): string {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString("hex");
}

/** Identifiers by which a chain is found: of the issuer's key and of the certificate's own. */
export async function identifiers(
  issuerKey: PublicKeyType,
  ownKey: PublicKeyType,
): Promise<Extension[]> {
  return [
    await AuthorityKeyIdentifierExtension.create(issuerKey),
    await SubjectKeyIdentifierExtension.create(ownKey),
  ];
}
