import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const KEY_BYTES = 32; // AES-256 and HMAC-SHA-256

/**
 * Makes the secrets of an installation that are not there yet, readable by their owner alone.
 * They belong to the machine and are never committed; losing the encryption keys loses what they
 * encrypt, so they lie beside the database that they belong to.
 *
 * - `access-token-private.pem`, `access-token-public.pem`: ES256 key pair of the access tokens
 * - `personal-data-keys.json`: key ring for identity, phone and bank numbers in the database
 * - `file-keys.json`: key ring for uploaded files and stored papers
 * - `lookup-key`: key of the hashes by which encrypted numbers are found, base64
 * - `pki/`: empty; the seed puts the demo's certificate authority there
 *
 * A key ring is `{ current: id, keys: { [id]: base64 } }`: new data is encrypted with the current
 * key, old data stays readable with the key that it names.
 */
export function makeMissingSecrets(folder) {
  mkdirSync(path.join(folder, "pki"), { recursive: true, mode: 0o700 });
  const keep = (name, make) => {
    const file = path.join(folder, name);
    if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600, flag: "wx" });
  };
  if (!existsSync(path.join(folder, "access-token-private.pem"))) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    // The public key of a start that was cut off between the two would fit no private key.
    rmSync(path.join(folder, "access-token-public.pem"), { force: true });
    keep("access-token-public.pem", () => publicKey.export({ type: "spki", format: "pem" }));
    keep("access-token-private.pem", () => privateKey.export({ type: "pkcs8", format: "pem" }));
  }
  keep("personal-data-keys.json", keyRing);
  keep("file-keys.json", keyRing);
  keep("lookup-key", () => `${randomBytes(KEY_BYTES).toString("base64")}\n`);
}

function keyRing() {
  const id = `k${randomBytes(4).toString("hex")}`;
  const keys = { [id]: randomBytes(KEY_BYTES).toString("base64") };
  return `${JSON.stringify({ current: id, keys }, null, 2)}\n`;
}
