import type { SigningAuthority } from "./authority.ts";
import type { PaperContent } from "./content.ts";
import { widthOf } from "./layout/fonts.ts";
import { layOutWithPdfkit } from "./layout/pdfkit/lay-out.ts";
import { layOutWithReact } from "./layout/react/lay-out.tsx";
import { needsDrawnTables, sectionsOf } from "./layout/sections.ts";
import { signPdf } from "./pdf-signature.ts";
import { addSignatureField } from "./signature-field.ts";

/**
 * Renders a paper (DOC-1) as a signed A4 PDF, without network or database. Best run in a
 * worker thread: a page takes about 50 ms, 1,800 rows half a second, 20,000 rows four seconds.
 * The bytes differ at each call (time of signing), so they are made once and kept.
 *
 * @param signedAt real time of signing, written into the signature; not the business clock
 * @throws UnprintableCharacterError if a character has no glyph, rather than leaving it out
 */
export async function render(
  content: PaperContent,
  authority: SigningAuthority,
  signedAt: Date = new Date(),
): Promise<Uint8Array> {
  const { header } = content;
  const sections = sectionsOf(content);
  assertPrintable(header);
  assertPrintable(sections);
  const layOut = needsDrawnTables(sections) ? layOutWithPdfkit : layOutWithReact;
  const unsigned = await layOut(header, sections, signedAt);
  return signPdf(addSignatureField(unsigned, { header, signedAt }), authority);
}

/** Looks at every text of a paper, because react-pdf leaves out what it has no glyph for. */
function assertPrintable(value: unknown): void {
  if (typeof value === "string") widthOf(value.replaceAll("\n", ""), "regular", 1);
  else if (typeof value === "object" && value !== null)
    Object.values(value).forEach(assertPrintable);
}
