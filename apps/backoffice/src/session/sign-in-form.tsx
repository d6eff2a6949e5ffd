import { useAct } from "@hall/client/use-act";
import { signInStaff } from "@hall/contracts/auth";
import { Button } from "@hall/ui/button";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { takeSignedIn } from "../api/session.ts";
import { words } from "./words.ts";

type SignInFormProps = {
  /** Signed in; the session is already taken up. */
  readonly onDone?: () => void;
};

/** Name, password and the code of the moment (SGN-2), on the page and in the dialog over a page. */
export function SignInForm({ onDone }: SignInFormProps) {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [totp, setTotp] = useState("");
  const [isTried, setTried] = useState(false);
  const [isNotStaff, setNotStaff] = useState(false);
  const act = useAct(async () => {
    setNotStaff(false);
    try {
      const answer = await call(signInStaff, {
        body: { username: username.trim(), password, totp },
      });
      if (takeSignedIn(answer)) onDone?.();
      else setNotStaff(true);
    } finally {
      // Spent, whatever came of it: the server takes each code once.
      setTotp("");
      setTried(false);
    }
  });
  const faults = {
    username: username.trim() ? undefined : words.signIn.needUsername,
    password: password ? undefined : words.signIn.needPassword,
    totp: /^\d{6}$/.test(totp) ? undefined : words.signIn.needTotp,
  };
  const show = (fault: string | undefined) => (isTried && fault ? { error: fault } : {});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!faults.username && !faults.password && !faults.totp) void act.run();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        {isNotStaff ? (
          <Notice tone="warning" isLive>
            {words.signIn.notStaff}
          </Notice>
        ) : null}
        <TextField
          label={words.signIn.username}
          name="username"
          autoComplete="username"
          isRequired
          value={username}
          onChange={setUsername}
          {...show(faults.username)}
        />
        <TextField
          label={words.signIn.password}
          type="password"
          name="password"
          autoComplete="current-password"
          isRequired
          value={password}
          onChange={setPassword}
          {...show(faults.password)}
        />
        <TextField
          label={words.signIn.totp}
          help={words.signIn.totpHelp}
          name="one-time-code"
          autoComplete="one-time-code"
          inputMode="numeric"
          look="code"
          isRequired
          value={totp}
          onChange={(text) => setTotp(text.replaceAll(/\s/g, "").slice(0, 6))}
          {...show(faults.totp)}
        />
        <Button
          type="submit"
          variant="primary"
          size="main"
          isWide
          isPending={act.isPending}
          pendingText={words.signIn.pending}
        >
          {words.signIn.submit}
        </Button>
      </Stack>
    </form>
  );
}
