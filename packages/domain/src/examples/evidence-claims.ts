import { evidenceFaults, type LimitedSlot, slotFaults, slotsFor } from "../evidence.ts";
import type { FactName } from "../facts.ts";
import type { ApplicationService, Request } from "../service.ts";
import type { Example } from "./example.ts";

type AnyApplication = ApplicationService<string, FactName, unknown>;
type AnyRequest = Request<FactName, unknown>;

/** What isn't right about a row's files: `photo/count`, or `photo/width`, each with its sentence. */
export interface EvidenceClaim {
  readonly claim: string;
  readonly message: string;
}

/** A row that names no files says nothing about them; the API's tests hold that they are needed. */
export function evidenceClaims(
  service: AnyApplication,
  row: Example<unknown>,
  request: AnyRequest,
): readonly EvidenceClaim[] {
  if (row.evidence === undefined) return [];
  const files = row.evidence;
  const slots = slotsFor(service.evidence ?? [], request);
  const attached = Object.entries(files).flatMap(([slot, all]) => all.map(() => ({ slot })));
  return [
    ...slotFaults(slots, attached).map(({ slot, message }) => ({
      claim: `${slot}/count`,
      message,
    })),
    ...slots.flatMap((slot) =>
      (files[slot.slot] ?? []).flatMap((found) =>
        evidenceFaults(slot, found).map(({ point, message }) => ({
          claim: `${slot.slot}/${point}`,
          message,
        })),
      ),
    ),
  ];
}

/** The limits of a slot that aren't every slot's: each demands a row on either side. */
export function limitsToMeet({ slot, minBytes, image = {} }: LimitedSlot): readonly string[] {
  const points = {
    size: minBytes !== undefined,
    width: image.minWidth !== undefined || image.maxWidth !== undefined,
    height: image.minHeight !== undefined || image.maxHeight !== undefined,
    background: image.minWhiteBorderPercent !== undefined,
  };
  return Object.entries(points).flatMap(([point, isLimited]) =>
    isLimited ? [`${slot}/${point}`] : [],
  );
}
