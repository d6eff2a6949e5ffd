import type * as Forge from "node-forge";
// The parts that a certificate needs; the whole library would be more than a route may weigh.
import forge from "node-forge/lib/forge";
import "node-forge/lib/pkcs12";
import "node-forge/lib/sha256";

/** What signs: opened in the browser and dropped with the page; it is never sent or stored. */
export interface OpenedCertificate {
  readonly certificatePem: string;
  /** RSASSA-PKCS1-v1_5 with SHA-256 over the text's UTF-8 bytes, base64. */
  readonly sign: (text: string) => string;
}

export type OpenOutcome =
  | { readonly outcome: "opened"; readonly certificate: OpenedCertificate }
  | { readonly outcome: "wrong-password" }
  | { readonly outcome: "no-key" };

/** Opens a PKCS#12 file with its password. */
export function openCertificate(bytes: ArrayBuffer, password: string): OpenOutcome {
  let container: Forge.pkcs12.Pkcs12Pfx;
  try {
    const asn1 = forge.asn1.fromDer(forge.util.createBuffer(bytes));
    container = forge.pkcs12.pkcs12FromAsn1(asn1, password);
  } catch {
    return { outcome: "wrong-password" };
  }
  const key = keyBag(container)?.key;
  const certificate = certificateOf(container, key);
  if (!key || !certificate) return { outcome: "no-key" };
  return {
    outcome: "opened",
    certificate: {
      certificatePem: forge.pki.certificateToPem(certificate),
      sign: (text) => {
        const digest = forge.md.sha256.create();
        digest.update(text, "utf8");
        return forge.util.encode64(key.sign(digest));
      },
    },
  };
}

function keyBag(container: Forge.pkcs12.Pkcs12Pfx): Forge.pkcs12.Bag | undefined {
  const { pkcs8ShroudedKeyBag, keyBag: plainBag } = forge.pki.oids;
  return [pkcs8ShroudedKeyBag, plainBag].flatMap((bagType) =>
    bagType ? (container.getBags({ bagType })[bagType] ?? []) : [],
  )[0];
}

/** A file may hold the whole chain; the certificate of the key is the one that counts. */
function certificateOf(
  container: Forge.pkcs12.Pkcs12Pfx,
  key: Forge.pki.PrivateKey | undefined,
): Forge.pki.Certificate | undefined {
  const bagType = forge.pki.oids["certBag"];
  if (!bagType || !key) return undefined;
  const certificates = (container.getBags({ bagType })[bagType] ?? []).flatMap(({ cert }) =>
    cert ? [cert] : [],
  );
  const own = certificates.find(
    ({ publicKey }) => "n" in publicKey && "n" in key && publicKey.n.equals(key.n),
  );
  return own ?? certificates[0];
}
