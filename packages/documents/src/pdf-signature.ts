import { SignPdf } from "@signpdf/signpdf";
import { Signer } from "@signpdf/utils";
import type { SigningAuthority } from "./authority.ts";
import { cmsSignature } from "./cms-signature.ts";

/**
 * Signs a PDF that has an empty signature field (see `addSignatureField`).
 * @returns the file with a PAdES-B-B signature over all of its bytes (DOC-2)
 */
export async function signPdf(unsigned: Buffer, authority: SigningAuthority): Promise<Uint8Array> {
  return new SignPdf().sign(unsigned, new CadesSigner(authority));
}

class CadesSigner extends Signer {
  readonly #authority: SigningAuthority;

  constructor(authority: SigningAuthority) {
    super();
    this.#authority = authority;
  }

  override async sign(content: Buffer): Promise<Buffer> {
    return cmsSignature(content, this.#authority);
  }
}
