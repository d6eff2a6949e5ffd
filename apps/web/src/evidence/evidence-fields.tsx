import type { EvidenceSlotJson } from "@hall/contracts/files";
import { FileField } from "@hall/ui/file-field";
import { Stack } from "@hall/ui/layout";
import type { Evidence } from "./use-evidence.ts";
import { words } from "./words.ts";

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
        return (
          <FileField
            key={slot.slot}
            label={slot.label}
            help={[slot.help, limitsText(slot)].filter(Boolean).join(" ")}
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

function limitsText({ kinds, minBytes, maxBytes, maxFiles }: EvidenceSlotJson): string {
  const names = kinds.map((kind) => words.kinds[kind]).join("或 ");
  const takes = words.takes(names, sizeText(maxBytes), maxFiles);
  return minBytes > 1 ? `${takes}${words.least(sizeText(minBytes))}` : takes;
}

/** 1 KB is 1024 bytes, as in the rules. */
const sizeText = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${Math.round(bytes / 1024 / 1024)} MB`;
