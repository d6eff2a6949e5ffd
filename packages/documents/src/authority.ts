/** A certificate and its private key, both PEM (X.509, PKCS#8). */
export interface KeyAndCertificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** What signs papers: the certificate named in the PDF, its key and the certificates above it. */
export interface SigningAuthority extends KeyAndCertificate {
  readonly chainPem: readonly string[];
}

/** Ed25519 keys of the QR payload, each 32 raw bytes in base64url. */
export interface VerificationKeys {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** All keys of an installation, plain JSON. It is made on the machine and never committed. */
export interface Authority {
  readonly root: KeyAndCertificate;
  readonly signing: SigningAuthority;
  readonly verification: VerificationKeys;
}
