import { useAct } from "@hall/client/use-act";
import { confirmPasswordReset, requestPasswordReset } from "@hall/contracts/auth";
import { Button } from "@hall/ui/button";
import { Card } from "@hall/ui/card";
import { Row, Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { Notice } from "@hall/ui/notice";
import { PageHeader } from "@hall/ui/page-header";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useEffect, useState } from "react";
import { call } from "../api/call.ts";
import { faultOfNewPassword } from "./new-password.ts";
import { words } from "./words.ts";

/** One code a minute at most (SGN-6). */
const RESEND_SECONDS = 60;

/** A new password by a code to the registered mobile. */
export function ResetPage() {
  const [number, setNumber] = useState("");
  const [isSent, setSent] = useState(false);
  const [isDone, setDone] = useState(false);
  return (
    <div className="mx-auto max-w-text">
      <PageHeader
        title={words.reset.title}
        lead={words.reset.lead}
        crumbs={[{ label: words.signIn.title, href: "/sign-in" }, { label: words.reset.title }]}
      />
      {isDone ? (
        <Stack>
          <Notice tone="success" isLive>
            {words.reset.done}
          </Notice>
          <Row>
            <LinkButton href="/sign-in" variant="primary">
              {words.reset.toSignIn}
            </LinkButton>
          </Row>
        </Stack>
      ) : (
        <Card>
          <Stack>
            <RequestForm
              number={number}
              onNumber={setNumber}
              onSent={() => setSent(true)}
              isSent={isSent}
            />
            {isSent ? <ConfirmForm number={number} onDone={() => setDone(true)} /> : null}
          </Stack>
        </Card>
      )}
    </div>
  );
}

type RequestFormProps = {
  readonly number: string;
  readonly onNumber: (number: string) => void;
  readonly onSent: () => void;
  readonly isSent: boolean;
};

function RequestForm({ number, onNumber, onSent, isSent }: RequestFormProps) {
  const [isTried, setTried] = useState(false);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left === 0) return;
    const timer = window.setTimeout(() => setLeft(left - 1), 1_000);
    return () => window.clearTimeout(timer);
  }, [left]);
  const act = useAct(async () => {
    await call(requestPasswordReset, { body: { personalNumber: number.trim() } });
    setLeft(RESEND_SECONDS);
    onSent();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (number.trim()) void act.run();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <TextField
          label={words.signIn.personalNumber}
          help={words.signIn.personalNumberHelp}
          name="username"
          autoComplete="username"
          isRequired
          value={number}
          onChange={onNumber}
          {...(isTried && !number.trim() ? { error: words.signIn.needNumber } : {})}
        />
        <Row>
          <Button
            type="submit"
            variant={isSent ? "secondary" : "primary"}
            isDisabled={left > 0}
            isPending={act.isPending}
            pendingText={words.reset.sending}
          >
            {left > 0 ? words.reset.wait(left) : isSent ? words.reset.resend : words.reset.send}
          </Button>
        </Row>
        {isSent ? (
          <Notice tone="success" isLive>
            {words.reset.sent}
          </Notice>
        ) : null}
      </Stack>
    </form>
  );
}

function ConfirmForm({ number, onDone }: { number: string; onDone: () => void }) {
  const [code, setCode] = useState("");
  const [next, setNext] = useState("");
  const [isTried, setTried] = useState(false);
  const act = useAct(async () => {
    await call(confirmPasswordReset, {
      body: { personalNumber: number.trim(), code, newPassword: next },
    });
    onDone();
  });
  const faults = {
    code: /^\d{6}$/.test(code) ? undefined : words.reset.needCode,
    next: faultOfNewPassword(next, ""),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!faults.code && !faults.next) void act.run();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <TextField
          label={words.reset.code}
          help={words.reset.codeHelp}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          look="code"
          isRequired
          value={code}
          onChange={(text) => setCode(text.normalize("NFKC").replace(/\D/g, ""))}
          {...(isTried && faults.code ? { error: faults.code } : {})}
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
          {...(isTried && faults.next ? { error: faults.next } : {})}
        />
        <Row>
          <Button
            type="submit"
            variant="primary"
            isPending={act.isPending}
            pendingText={words.reset.pending}
          >
            {words.reset.submit}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
