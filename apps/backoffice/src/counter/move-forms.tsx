import { Button } from "@hall/ui/button";
import { FieldMark } from "@hall/ui/field-mark";
import { Stack } from "@hall/ui/layout";
import { RadioCards } from "@hall/ui/radio-cards";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import type { CounterMove } from "./counter-case-page.tsx";
import { words } from "./words.ts";

type MoveFormProps = {
  readonly isPending: boolean;
  readonly onMove: (move: CounterMove) => void;
};

/** On to the next step, in the window's own words. */
export function AdvanceForm({ isPending, onMove }: MoveFormProps) {
  const [step, setStep] = useState("");
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const isMissing = step.trim().length < 2;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) onMove({ step, note });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FieldMark name="step">
          <TextField
            label={words.next}
            help={words.nextHelp}
            isRequired
            maxLength={40}
            value={step}
            onChange={setStep}
            {...(isTried && isMissing ? { error: words.need.step } : {})}
          />
        </FieldMark>
        <TextField label={words.note} maxLength={200} value={note} onChange={setNote} />
        <div>
          <Button type="submit" isPending={isPending} pendingText={words.saving}>
            {words.advance}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

const outcomes = ["granted", "refused", "withdrawn"] as const;

/** To its end, with the sentence that the person reads. */
export function FinishForm({ isPending, onMove }: MoveFormProps) {
  const [chosen, setChosen] = useState("");
  const [result, setResult] = useState("");
  const [isTried, setTried] = useState(false);
  const outcome = outcomes.find((each) => each === chosen);
  const isMissing = result.trim().length < 2;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (outcome && !isMissing) onMove({ outcome, result });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FieldMark name="outcome">
          <RadioCards
            label={words.outcome}
            isRequired
            value={chosen}
            onChange={setChosen}
            options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
            {...(isTried && !outcome ? { error: words.need.outcome } : {})}
          />
        </FieldMark>
        <FieldMark name="result">
          <TextField
            label={words.result}
            help={words.resultHelp}
            isRequired
            isLong
            maxLength={200}
            value={result}
            onChange={setResult}
            {...(isTried && isMissing ? { error: words.need.result } : {})}
          />
        </FieldMark>
        <div>
          <Button type="submit" variant="primary" isPending={isPending} pendingText={words.saving}>
            {words.finish}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
