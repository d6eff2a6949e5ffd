import {
  type EvidenceFault,
  type EvidenceLimits,
  evidenceFaults,
  formatNames,
  kindFault,
  kindNames,
  type Measured,
  sizeFaults,
} from "@hall/domain/evidence";
import { remakeImage } from "./check-image.ts";
import { checkPdf } from "./check-pdf.ts";
import { sniff } from "./sniff.ts";

export type MediaType = "image/jpeg" | "image/png" | "application/pdf";

/** What is to be kept of a file and what it was found to be; or each reason why it isn't taken. */
export type Verdict =
  | {
      readonly fit: true;
      readonly bytes: Uint8Array;
      readonly mediaType: MediaType;
      readonly measured: Measured;
    }
  | { readonly fit: false; readonly faults: readonly Fault[] };

export interface Fault {
  readonly point: EvidenceFault["point"] | "content";
  readonly message: string;
}

/** Judges a file by its content alone: its name counts for nothing. */
export async function checkContent(bytes: Buffer, limits: EvidenceLimits): Promise<Verdict> {
  const [size] = sizeFaults({ ...limits, minBytes: 1 }, bytes.length);
  if (bytes.length === 0 && size) return { fit: false, faults: [size] };
  const found = sniff(bytes);
  if (found.kind === "other") {
    return { fit: false, faults: [kindFault(found.name, limits, found.hint)] };
  }
  if (!limits.kinds.includes(found.kind)) {
    const name = found.kind === "image" ? formatNames[found.format] : kindNames.pdf;
    return { fit: false, faults: [kindFault(name, limits)] };
  }
  if (found.kind === "pdf") return judgePdf(bytes, limits);
  const made = await remakeImage(bytes, found.format, limits);
  if ("refused" in made) return unfit(made.refused);
  const faults = evidenceFaults(limits, made.measured);
  return faults.length > 0 ? { fit: false, faults } : { fit: true, ...made };
}

async function judgePdf(bytes: Buffer, limits: EvidenceLimits): Promise<Verdict> {
  const verdict = await checkPdf(bytes);
  if ("refused" in verdict) return unfit(verdict.refused);
  const measured = { kind: "pdf", sizeBytes: bytes.length, pages: verdict.pages } as const;
  const faults = evidenceFaults(limits, measured);
  if (faults.length > 0) return { fit: false, faults };
  return { fit: true, bytes, mediaType: "application/pdf", measured };
}

const unfit = (message: string): Verdict => ({
  fit: false,
  faults: [{ point: "content", message }],
});
