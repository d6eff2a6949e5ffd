import { useAct } from "@hall/client/use-act";
import { createStaff, listStaff } from "@hall/contracts/backoffice/staff";
import { type StaffRole, staffRolesFault } from "@hall/domain/staff-roles";
import { Button } from "@hall/ui/button";
import { FieldMark } from "@hall/ui/field-mark";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { RoleChoice } from "./role-choice.tsx";
import type { Outcome } from "./staff-page.tsx";
import { words } from "./words.ts";

const empty = { username: "", name: "", personalNumber: "" };
type Typed = typeof empty;

const helps: Readonly<Record<keyof Typed, string | undefined>> = {
  username: words.usernameHelp,
  name: words.nameHelp,
  personalNumber: words.participantHelp,
};

const labels: Readonly<Record<keyof Typed, string>> = {
  username: words.username,
  name: words.name,
  personalNumber: words.participant,
};

/** A new member of staff; what they sign in with is shown once afterwards. */
export function CreateForm({ onDone }: { onDone: (outcome: Outcome) => void }) {
  const [typed, setTyped] = useState<Typed>(empty);
  const [roles, setRoles] = useState<readonly StaffRole[]>([]);
  const [isTried, setTried] = useState(false);
  const number = typed.personalNumber.trim();
  const faults: Readonly<Record<keyof Typed, string>> = {
    username: /^[a-z][a-z0-9]{2,29}$/i.test(typed.username.trim()) ? "" : words.need.username,
    name: typed.name.trim().length >= 2 ? "" : words.need.name,
    personalNumber: number === "" || /^P\d{7}$/i.test(number) ? "" : words.need.participant,
  };
  const act = useAct(async () => {
    const { username, name } = typed;
    const made = await call(createStaff, {
      body: { username, name, roles: [...roles], ...(number ? { personalNumber: number } : {}) },
    });
    setTyped(empty);
    setRoles([]);
    setTried(false);
    onDone({ told: words.created(made.account.username), handed: made });
    await readAnew(listStaff);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const isGood = Object.values(faults).every((fault) => fault === "") && !staffRolesFault(roles);
    if (isGood) void act.run();
  };
  const field = (name: keyof Typed) => (
    <FieldMark name={name}>
      <TextField
        label={labels[name]}
        isRequired={name !== "personalNumber"}
        value={typed[name]}
        onChange={(value) => setTyped({ ...typed, [name]: value })}
        {...(helps[name] ? { help: helps[name] } : {})}
        {...(isTried && faults[name] ? { error: faults[name] } : {})}
      />
    </FieldMark>
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <div className="grid max-w-field gap-4 sm:grid-cols-2">
          {field("username")}
          {field("name")}
        </div>
        <FieldMark name="roles">
          <RoleChoice
            roles={roles}
            onChange={setRoles}
            fault={isTried ? staffRolesFault(roles) : null}
          />
        </FieldMark>
        <div className="max-w-field">{field("personalNumber")}</div>
        <div>
          <Button
            type="submit"
            variant="primary"
            isPending={act.isPending}
            pendingText={words.creating}
          >
            {words.create}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
