import type { EvidenceSlotJson } from "@hall/contracts/files";
import type { Day } from "@hall/domain/dates";
import {
  type EvidenceSlot,
  type LimitedSlot,
  limitsText,
  MOST_PAGES,
  slotOn,
  supplementSlot,
} from "@hall/domain/evidence";
import type { FactName } from "@hall/domain/facts";
import type { PolicyReader } from "@hall/domain/policy";
import type { Request } from "@hall/domain/service";
import { type AnyApplication, type AnyService, findService } from "../cases/services.ts";
import type { Hall } from "../hall.ts";

type AnyRequest = Request<FactName, unknown>;
export type AnySlot = LimitedSlot<AnyRequest>;

/** Slots of an application as it declares them. */
export const slotsOf = (service: AnyApplication): readonly EvidenceSlot<AnyRequest>[] =>
  service.evidence ?? [];

/** Slots of what answers a supplement, where staff may ask for one, with the limits of a day. */
export function supplementSlotsOf(
  service: AnyApplication,
  policy: PolicyReader,
  on: Day,
): readonly AnySlot[] {
  const isReviewed = service.process.some(({ kind }) => kind === "review");
  const own = slotsOf(service).map((slot) => ({ ...slotOn(slot, policy, on), required: false }));
  return isReviewed ? [...own, supplementSlot] : own;
}

/** A slot with today's limits; null where the service has none of that name. */
export async function findSlot(hall: Hall, code: string, name: string): Promise<AnySlot | null> {
  const service = findService(code);
  if (service?.kind !== "application") return null;
  const { book } = await hall.policy.at();
  const slots = supplementSlotsOf(service, book, hall.clock.now().toPlainDate());
  return slots.find(({ slot }) => slot === name) ?? null;
}

/** What a slot is called and what is drawn over its pictures; its name alone once it is no more. */
export function slotFace(code: string, name: string): Pick<EvidenceSlotJson, "label" | "outline"> {
  const service = findService(code);
  const own = service?.kind === "application" ? slotsOf(service) : [];
  const found = [...own, supplementSlot].find(({ slot }) => slot === name);
  return { label: found?.label ?? name, outline: found?.outline ?? null };
}

const imageTypes = { jpeg: "image/jpeg", png: "image/png", webp: "image/webp" } as const;

/** As guide and form show them on that day. */
export const slotsJson = (
  service: AnyService,
  policy: PolicyReader,
  on: Day,
): EvidenceSlotJson[] =>
  service.kind === "application"
    ? slotsOf(service).map((slot) => slotJson(slotOn(slot, policy, on)))
    : [];

function slotJson(of: AnySlot): EvidenceSlotJson {
  const { kinds, image = {} } = of;
  const formats = image.formats ?? (["jpeg", "png", "webp"] as const);
  return {
    slot: of.slot,
    label: of.label,
    help: of.help ?? null,
    required: of.required,
    limits: limitsText(of),
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
    outline: of.outline ?? null,
    when: of.when?.words ?? null,
  };
}
