import { type ReviewAnswer, reviewAnswers } from "@hall/contracts/human-reviews";
import { Button } from "@hall/ui/button";
import { Stack } from "@hall/ui/layout";
import { RadioCards } from "@hall/ui/radio-cards";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { words } from "./words.ts";

const SHORTEST_REASON = 5;

type AnswerFormProps = {
  readonly isPending: boolean;
  readonly onSubmit: (outcome: ReviewAnswer, words: string) => void;
};

/** What was found, and why, in words for the person. */
export function AnswerForm({ isPending, onSubmit }: AnswerFormProps) {
  const [outcome, setOutcome] = useState<ReviewAnswer | null>(null);
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const isTooShort = text.trim().length < SHORTEST_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (outcome && !isTooShort) onSubmit(outcome, text.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <RadioCards
          label={words.outcome}
          isRequired
          columns={2}
          value={outcome ?? ""}
          onChange={(value) => setOutcome(reviewAnswers.find((each) => each === value) ?? null)}
          options={reviewAnswers.map((value) => ({ value, ...words.outcomes[value] }))}
          {...(isTried && !outcome ? { error: words.needOutcome } : {})}
        />
        <TextField
          label={words.reason}
          help={words.reasonHelp}
          isRequired
          isLong
          maxLength={500}
          value={text}
          onChange={setText}
          {...(isTried && isTooShort ? { error: words.needReason } : {})}
        />
        <div>
          <Button type="submit" variant="primary" isPending={isPending} pendingText={words.pending}>
            {words.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
