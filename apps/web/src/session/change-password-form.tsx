import { useAct } from "@hall/client/use-act";
import { changePassword } from "@hall/contracts/auth";
import { Button } from "@hall/ui/button";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { faultOfNewPassword } from "./new-password.ts";
import { words } from "./words.ts";

/** Old password, new password, and the new one again. */
export function ChangePasswordForm({ onDone }: { readonly onDone: () => Promise<void> | void }) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [repeated, setRepeated] = useState("");
  const [isTried, setTried] = useState(false);
  const act = useAct(async () => {
    await call(changePassword, { body: { currentPassword: current, newPassword: next } });
    for (const empty of [setCurrent, setNext, setRepeated]) empty("");
    setTried(false);
    await onDone();
  });
  const faults = {
    current: current ? undefined : words.change.needCurrent,
    next: faultOfNewPassword(next, current),
    repeated: next === repeated ? undefined : words.change.differs,
  };
  const show = (fault: string | undefined) => (isTried && fault ? { error: fault } : {});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!faults.current && !faults.next && !faults.repeated) void act.run();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <TextField
          label={words.change.current}
          type="password"
          name="current-password"
          autoComplete="current-password"
          isRequired
          value={current}
          onChange={setCurrent}
          {...show(faults.current)}
        />
        <TextField
          label={words.change.next}
          help={words.change.nextHelp}
          type="password"
          name="new-password"
          autoComplete="new-password"
          isRequired
          value={next}
          onChange={setNext}
          {...show(faults.next)}
        />
        <TextField
          label={words.change.repeat}
          type="password"
          name="repeated-password"
          autoComplete="new-password"
          isRequired
          value={repeated}
          onChange={setRepeated}
          {...show(faults.repeated)}
        />
        <div>
          <Button
            type="submit"
            variant="primary"
            isPending={act.isPending}
            pendingText={words.change.pending}
          >
            {words.change.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
