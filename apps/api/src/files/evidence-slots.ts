import type { EvidenceSlotJson } from "@hall/contracts/files";
import { type EvidenceSlot, MOST_PAGES, supplementSlot } from "@hall/domain/evidence";
import type { FactName } from "@hall/domain/facts";
import type { Request } from "@hall/domain/service";
import { type AnyApplication, type AnyService, findService } from "../cases/services.ts";

export type AnySlot = EvidenceSlot<Request<FactName, unknown>>;

/** Slots of an application, and of what answers a supplement where staff may ask for one. */
export const slotsOf = (service: AnyApplication): readonly AnySlot[] => service.evidence ?? [];

export function supplementSlotsOf(service: AnyApplication): readonly AnySlot[] {
  const isReviewed = service.process.some(({ kind }) => kind === "review");
  const own = slotsOf(service).map((slot) => ({ ...slot, required: false }));
  return isReviewed ? [...own, supplementSlot] : own;
}

/** Null where the service has no such slot. */
export function findSlot(code: string, name: string): AnySlot | null {
  const service = findService(code);
  if (service?.kind !== "application") return null;
  const slots = [...slotsOf(service), ...supplementSlotsOf(service)];
  return slots.find(({ slot }) => slot === name) ?? null;
}

const imageTypes = { jpeg: "image/jpeg", png: "image/png", webp: "image/webp" } as const;

/** As guide and form show them. */
export const slotsJson = (service: AnyService): EvidenceSlotJson[] =>
  service.kind === "application" ? slotsOf(service).map(slotJson) : [];

function slotJson(of: AnySlot): EvidenceSlotJson {
  const { kinds, image = {} } = of;
  const formats = image.formats ?? (["jpeg", "png", "webp"] as const);
  return {
    slot: of.slot,
    label: of.label,
    help: of.help ?? null,
    required: of.required,
    kinds: [...kinds],
    accept: kinds.flatMap((kind) =>
      kind === "pdf" ? ["application/pdf"] : formats.map((format) => imageTypes[format]),
    ),
    minBytes: of.minBytes ?? 1,
    maxBytes: of.maxBytes,
    maxFiles: of.maxFiles,
    maxPages: of.maxPages ?? MOST_PAGES,
    image: {
      formats: [...formats],
      minWidth: image.minWidth ?? null,
      maxWidth: image.maxWidth ?? null,
      minHeight: image.minHeight ?? null,
      maxHeight: image.maxHeight ?? null,
      minWhiteBorderPercent: image.minWhiteBorderPercent ?? null,
    },
    when: of.when?.words ?? null,
  };
}
