import type { AnswerOf } from "@hall/client/operation";
import type { answerAwaited, getAwaited } from "@hall/contracts/backoffice/awaited";
import { readAnswer } from "@hall/domain/answers";
import { Button } from "@hall/ui/button";
import { parseDay } from "@hall/ui/date-text";
import { FieldMark } from "@hall/ui/field-mark";
import { Stack } from "@hall/ui/layout";
import { RadioCards } from "@hall/ui/radio-cards";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import { words } from "./words.ts";

export type AwaitedCase = AnswerOf<NonNullable<(typeof getAwaited)["answer"]>>;
export type AwaitedResult = z.input<NonNullable<(typeof answerAwaited)["body"]>>["result"];

type AnswerFormProps = {
  readonly waiting: AwaitedCase;
  readonly isPending: boolean;
  readonly onSubmit: (result: AwaitedResult) => void;
};

/** What the stage asks for, read by the same rule as on the server, or why it was declined. */
export function AnswerForm({ waiting, isPending, onSubmit }: AnswerFormProps) {
  const [kind, setKind] = useState<AwaitedResult["kind"]>("done");
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const values = Object.fromEntries(
    waiting.fields.map(({ key, kind: of }) => {
      const text = typed[key] ?? "";
      return [key, of === "day" ? (parseDay(text) ?? text) : text];
    }),
  );
  const read = readAnswer(
    waiting.fields.map(({ key, label, kind: of }) => ({ key, label, kind: of })),
    values,
  );
  const faultOf = (key: string) =>
    "faults" in read ? read.faults.find((fault) => fault.key === key)?.message : undefined;
  const isReasonMissing = reason.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (kind === "declined" && !isReasonMissing) onSubmit({ kind, reason: reason.trim() });
    if (kind === "done" && "answer" in read) onSubmit({ kind, values });
  };
  const show = (fault: string | undefined) => (isTried && fault ? { error: fault } : {});
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {waiting.mayDecline ? (
          <RadioCards
            label={words.result}
            isRequired
            columns={2}
            value={kind}
            onChange={(value) => setKind(value === "declined" ? "declined" : "done")}
            options={[
              { value: "done", label: words.done },
              { value: "declined", label: words.declined },
            ]}
          />
        ) : null}
        {kind === "declined" ? (
          <TextField
            label={words.reason}
            help={words.reasonHelp}
            isRequired
            isLong
            maxLength={500}
            value={reason}
            onChange={setReason}
            {...show(isReasonMissing ? words.needReason : undefined)}
          />
        ) : (
          <FieldMark name="values">
            <Stack>
              {waiting.fields.map(({ key, label, help, kind: of }) => (
                <TextField
                  key={key}
                  label={label}
                  isRequired
                  look={of === "money" ? "amount" : "text"}
                  value={typed[key] ?? ""}
                  onChange={(text) => setTyped({ ...typed, [key]: text })}
                  {...(help ? { help } : {})}
                  {...(of === "money" ? { suffix: "元" } : {})}
                  {...show(faultOf(key))}
                />
              ))}
            </Stack>
          </FieldMark>
        )}
        <div>
          <Button type="submit" variant="primary" isPending={isPending} pendingText={words.pending}>
            {words.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
