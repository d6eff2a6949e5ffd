import { useAct } from "@hall/client/use-act";
import { type SignedIn, signInPerson, signInUnit } from "@hall/contracts/auth";
import { Button } from "@hall/ui/button";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { takeSignedIn } from "../api/session.ts";
import { words } from "./words.ts";

type PasswordFormProps = {
  readonly who: "person" | "unit";
  readonly onDone: () => void;
  /** Goes on by certificate with the unit's code, where a password isn't enough (SGN-1). */
  readonly onCertificate?: (unitCode: string) => void;
};

/** Number and password, for a person or for a unit. */
export function PasswordForm({ who, onDone, onCertificate }: PasswordFormProps) {
  const [number, setNumber] = useState("");
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const [isStaff, setStaff] = useState(false);
  const act = useAct(async () => {
    const answer = await signIn(who, number.trim(), password);
    if (takeSignedIn(answer)) onDone();
    else setStaff(true);
  });
  const isPerson = who === "person";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (number.trim() && password) void act.run();
  };
  const numberFault = isPerson ? words.signIn.needNumber : words.signIn.needUnit;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? (
          <ProblemNotice
            problem={act.problem}
            takesFocus
            actions={
              onCertificate && act.problem.status === 403 ? (
                <Button onPress={() => onCertificate(number.trim())}>
                  {words.signIn.byCertificate}
                </Button>
              ) : null
            }
          />
        ) : null}
        {isStaff ? <Notice tone="warning">{words.signIn.staff}</Notice> : null}
        <TextField
          label={isPerson ? words.signIn.personalNumber : words.signIn.unitCode}
          help={isPerson ? words.signIn.personalNumberHelp : words.signIn.unitCodeHelp}
          name="username"
          autoComplete="username"
          isRequired
          value={number}
          onChange={setNumber}
          {...(isTried && !number.trim() ? { error: numberFault } : {})}
        />
        <TextField
          label={words.signIn.password}
          type="password"
          name="password"
          autoComplete="current-password"
          isRequired
          value={password}
          onChange={setPassword}
          {...(isTried && !password ? { error: words.signIn.needPassword } : {})}
        />
        <div className="flex max-w-field flex-wrap items-center justify-between gap-4">
          <Button
            type="submit"
            variant="primary"
            size="main"
            isPending={act.isPending}
            pendingText={words.signIn.pending}
          >
            {words.signIn.submit}
          </Button>
          {isPerson ? <Link href="/sign-in/reset">{words.signIn.forgot}</Link> : null}
        </div>
      </Stack>
    </form>
  );
}

function signIn(who: "person" | "unit", number: string, password: string): Promise<SignedIn> {
  if (who === "person") return call(signInPerson, { body: { personalNumber: number, password } });
  return call(signInUnit, { body: { unitCode: number, password } });
}
