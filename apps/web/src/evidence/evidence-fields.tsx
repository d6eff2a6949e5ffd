import type { EvidenceSlotJson } from "@hall/contracts/files";
import { FileField } from "@hall/ui/file-field";
import { later } from "@hall/ui/later";
import { Stack } from "@hall/ui/layout";
import { Skeleton } from "@hall/ui/skeleton";
import { exactSize } from "./photo/slot-limits.ts";
import type { Evidence } from "./use-evidence.ts";

// Only a slot of one size needs what cuts to it.
const PhotoField = later(async () => (await import("./photo/photo-field.tsx")).PhotoField, {
  waiting: () => <Skeleton shape="form" />,
});

type EvidenceFieldsProps = {
  readonly slots: readonly EvidenceSlotJson[];
  readonly evidence: Evidence;
  /** Faults show once the person wanted to go on. */
  readonly isTried: boolean;
};

/** One field a slot, each with its limits in words; on a phone the camera opens directly. */
export function EvidenceFields({ slots, evidence, isTried }: EvidenceFieldsProps) {
  return (
    <Stack gap="large">
      {slots.map((slot) => {
        const fault = isTried ? evidence.faultOf(slot) : undefined;
        const frame = exactSize(slot);
        if (frame) {
          return (
            <PhotoField
              key={slot.slot}
              slot={slot}
              frame={frame}
              evidence={evidence}
              {...(fault ? { error: fault } : {})}
            />
          );
        }
        return (
          <FileField
            key={slot.slot}
            label={slot.label}
            help={[slot.help, `${slot.limits}。`].filter(Boolean).join("")}
            isRequired={slot.required}
            accept={slot.accept}
            isMultiple={slot.maxFiles > 1}
            hasCamera={slot.kinds.includes("image")}
            files={evidence.entriesOf(slot.slot)}
            onAdd={(files) => evidence.add(slot, files)}
            onRemove={evidence.remove}
            onRetry={(id) => evidence.retry(slot, id)}
            {...(fault ? { error: fault } : {})}
          />
        );
      })}
    </Stack>
  );
}
