import type { EvidenceSlotJson } from "@hall/contracts/files";
import { limitsText, MOST_PAGES, supplementSlot } from "@hall/domain/evidence";

const { slot, label, required, kinds, maxBytes, maxFiles } = supplementSlot;

/** Where the further papers of a supplement go, in every service that staff review. */
export const supplementPlace: EvidenceSlotJson = {
  slot,
  label,
  help: null,
  required,
  limits: limitsText(supplementSlot),
  kinds: [...kinds],
  accept: ["image/jpeg", "image/png", "image/webp", "application/pdf"],
  minBytes: 1,
  maxBytes,
  maxFiles,
  maxPages: MOST_PAGES,
  image: {
    formats: ["jpeg", "png", "webp"],
    minWidth: null,
    maxWidth: null,
    minHeight: null,
    maxHeight: null,
    minWhiteBorderPercent: null,
  },
  outline: null,
  when: null,
};
