import { useAct } from "@hall/client/use-act";
import { listCounterCases, registerCounterCase } from "@hall/contracts/backoffice/counter-cases";
import { Button } from "@hall/ui/button";
import { FieldMark } from "@hall/ui/field-mark";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { NumberField } from "@hall/ui/number-field";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { words } from "./words.ts";

const empty = { personalNumber: "", name: "", matter: "", note: "" };
type Typed = typeof empty;

type Faults = Readonly<Partial<Record<keyof Typed | "workingDays", string>>>;

const MOST_WORKING_DAYS = 180;

/** Takes a case in: who, what, and within how many working days. */
export function RegisterForm() {
  const [typed, setTyped] = useState<Typed>(empty);
  const [workingDays, setWorkingDays] = useState<number | null>(null);
  // As they were when it was last sent: a fault that went away on leaving a field would move the
  // button from under the press.
  const [shown, setShown] = useState<Faults>({});
  const [done, setDone] = useState<string | null>(null);
  const faults = {
    personalNumber: /^P\d{7}$/i.test(typed.personalNumber.trim()) ? "" : words.need.personalNumber,
    name: typed.name.trim() ? "" : words.need.name,
    matter: typed.matter.trim().length > 1 ? "" : words.need.matter,
    workingDays: workingDays === null ? words.need.workingDays : "",
  };
  const act = useAct(async (days: number) => {
    const made = await call(registerCounterCase, { body: { ...typed, workingDays: days } });
    setTyped(empty);
    setWorkingDays(null);
    setShown({});
    setDone(made.number);
    await readAnew(listCounterCases);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShown(faults);
    setDone(null);
    const isGood = Object.values(faults).every((fault) => fault === "");
    if (isGood && workingDays !== null) void act.run(workingDays);
  };
  const field = (name: keyof Typed, help?: string) => (
    <FieldMark name={name}>
      <TextField
        label={words[name]}
        value={typed[name]}
        onChange={(value) => setTyped({ ...typed, [name]: value })}
        isRequired={name !== "note"}
        {...(help ? { help } : {})}
        {...(shown[name] ? { error: shown[name] } : {})}
      />
    </FieldMark>
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        {done ? (
          <Notice tone="success" isLive>
            {words.registered(done)}
          </Notice>
        ) : null}
        <div className="grid max-w-field gap-4 sm:grid-cols-2">
          {field("personalNumber", words.personalNumberHelp)}
          {field("name", words.nameHelp)}
        </div>
        {field("matter", words.matterHelp)}
        <FieldMark name="workingDays">
          <NumberField
            label={words.workingDays}
            help={words.workingDaysHelp}
            isRequired
            least={1}
            most={MOST_WORKING_DAYS}
            unit={words.workingDaysUnit}
            value={workingDays}
            onChange={setWorkingDays}
            {...(shown.workingDays ? { error: shown.workingDays } : {})}
          />
        </FieldMark>
        {field("note")}
        <div>
          <Button
            type="submit"
            variant="primary"
            isPending={act.isPending}
            pendingText={words.pending}
          >
            {words.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
