import type { EvidenceSlotJson } from "@hall/contracts/files";
import type { EvidenceLimits } from "@hall/domain/evidence";
import type { Size } from "./cutting.ts";

/** The one size that a slot takes; null where it takes more than one, and nothing need be cut. */
export function exactSize({ image }: EvidenceSlotJson): Size | null {
  const { minWidth, maxWidth, minHeight, maxHeight } = image;
  if (minWidth === null || minHeight === null) return null;
  return minWidth === maxWidth && minHeight === maxHeight
    ? { width: minWidth, height: minHeight }
    : null;
}

/** A slot's limits as the domain judges by them. */
export function limitsOf({ minBytes, maxBytes, image }: EvidenceSlotJson): EvidenceLimits {
  const [first, ...others] = image.formats;
  const white = image.minWhiteBorderPercent;
  return {
    kinds: ["image"],
    minBytes,
    maxBytes,
    image: {
      ...(first ? { formats: [first, ...others] as const } : {}),
      ...(image.minWidth === null ? {} : { minWidth: image.minWidth }),
      ...(image.maxWidth === null ? {} : { maxWidth: image.maxWidth }),
      ...(image.minHeight === null ? {} : { minHeight: image.minHeight }),
      ...(image.maxHeight === null ? {} : { maxHeight: image.maxHeight }),
      ...(white === null ? {} : { minWhiteBorderPercent: white }),
    },
  };
}
