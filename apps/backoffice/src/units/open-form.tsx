import { useAct } from "@hall/client/use-act";
import { getUnit, listUnits, openPermission } from "@hall/contracts/backoffice/units";
import {
  type UnitPermissionKind,
  unitPermissionKinds,
  unitPermissionNames,
} from "@hall/domain/unit-permissions";
import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { parseDay } from "@hall/ui/date-text";
import { FieldMark } from "@hall/ui/field-mark";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { RadioCards } from "@hall/ui/radio-cards";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { words } from "./words.ts";

type OpenFormProps = {
  readonly unitCode: string;
  readonly onDone: (told: string | null) => void;
};

const empty = { agreement: "", validFrom: "", validUntil: "" };
type Typed = typeof empty;

/** Opens a permission on what the unit has handed in at the counter. */
export function OpenForm({ unitCode, onDone }: OpenFormProps) {
  const [kind, setKind] = useState<UnitPermissionKind>(unitPermissionKinds[0]);
  const [typed, setTyped] = useState<Typed>(empty);
  const [isTried, setTried] = useState(false);
  const set = (name: keyof Typed) => (value: string) => setTyped({ ...typed, [name]: value });
  const until = typed.validUntil.trim();
  const faults: Readonly<Record<keyof Typed, string>> = {
    agreement: typed.agreement.trim().length >= 4 ? "" : words.needAgreement,
    validFrom: parseDay(typed.validFrom) ? "" : words.badDay,
    validUntil: until === "" || parseDay(until) ? "" : words.badDay,
  };
  const show = (name: keyof Typed) => (isTried && faults[name] ? { error: faults[name] } : {});
  const act = useAct(async (validFrom: string) => {
    const validUntil = parseDay(until);
    const opened = await call(openPermission, {
      params: { code: unitCode },
      body: {
        kind,
        agreement: typed.agreement,
        validFrom,
        ...(validUntil ? { validUntil } : {}),
      },
    });
    setTyped(empty);
    setTried(false);
    onDone(words.done(opened.kindName));
    await readAnew(getUnit, listUnits);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    onDone(null);
    const validFrom = parseDay(typed.validFrom);
    const isGood = Object.values(faults).every((fault) => fault === "");
    if (isGood && validFrom) void act.run(validFrom);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <RadioCards
          label={words.which}
          isRequired
          columns={2}
          value={kind}
          onChange={(value) => setKind(unitPermissionKinds.find((each) => each === value) ?? kind)}
          options={unitPermissionKinds.map((value) => ({
            value,
            label: unitPermissionNames[value],
          }))}
        />
        <FieldMark name="agreement">
          <TextField
            label={words.agreement}
            help={words.agreementHelp}
            isRequired
            maxLength={120}
            value={typed.agreement}
            onChange={set("agreement")}
            {...show("agreement")}
          />
        </FieldMark>
        <div className="grid max-w-field gap-4 sm:grid-cols-2">
          <FieldMark name="validFrom">
            <DateField
              label={words.validFrom}
              isRequired
              value={typed.validFrom}
              onChange={set("validFrom")}
              {...show("validFrom")}
            />
          </FieldMark>
          <FieldMark name="validUntil">
            <DateField
              label={words.validUntil}
              help={words.untilHelp}
              value={typed.validUntil}
              onChange={set("validUntil")}
              {...show("validUntil")}
            />
          </FieldMark>
        </div>
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
