import type { EvidenceSlotJson } from "@hall/contracts/files";
import { Button } from "@hall/ui/button";
import { Stack } from "@hall/ui/layout";
import { type FormEvent, useState } from "react";
import { words as applyWords } from "../apply/words.ts";
import { EvidenceFields } from "./evidence-fields.tsx";
import type { Evidence } from "./use-evidence.ts";
import { words } from "./words.ts";

type EvidenceStepProps = {
  /** The slots that what is filled in has to do with. */
  readonly slots: readonly EvidenceSlotJson[];
  readonly evidence: Evidence;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
};

/** The step of an application that takes its papers. */
export function EvidenceStep({ slots, evidence, onNext, onPrevious }: EvidenceStepProps) {
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (slots.every((slot) => evidence.faultOf(slot) === undefined)) onNext();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="large">
        <div>
          <h2 className="text-h2 font-semibold">{words.title}</h2>
          <p className="mt-1 text-ink-soft">{slots.length > 0 ? words.intro : words.none}</p>
        </div>
        <EvidenceFields slots={slots} evidence={evidence} isTried={isTried} />
        <div className="flex flex-wrap gap-3 border-t border-line pt-4">
          <Button type="submit" variant="primary" size="main">
            {applyWords.next}
          </Button>
          <Button size="main" onPress={onPrevious}>
            {applyWords.previous}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
