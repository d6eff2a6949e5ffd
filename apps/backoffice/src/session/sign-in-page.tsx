import { Card } from "@hall/ui/card";
import { Emblem } from "@hall/ui/emblem";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { useEffect } from "react";
import { Navigate, useSearchParams } from "react-router";
import { useSession } from "../api/session.ts";
import { safeBack } from "./safe-back.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { words } from "./words.ts";

/** Sign in and go back to where one came from. */
export function SignInPage() {
  const session = useSession();
  const [query] = useSearchParams();
  useEffect(() => {
    document.title = words.signIn.title;
  }, []);
  const back = safeBack(query.get("back"));
  const why = query.get("why");
  if (session.state === "in") return <Navigate replace to={back} />;
  return (
    <div className="mx-auto flex max-w-drawer flex-col gap-6">
      <header className="flex items-center gap-3">
        <Emblem />
        <div>
          <p className="text-note text-ink-soft">{words.signIn.centre}</p>
          <h1 className="font-name text-h2 font-bold">{words.signIn.title}</h1>
        </div>
      </header>
      <Stack>
        {why === "idle" ? <Notice tone="warning">{words.signIn.idle}</Notice> : null}
        {why === "elsewhere" ? <Notice>{words.signIn.elsewhere}</Notice> : null}
        {back !== "/" && !why ? <Notice>{words.signIn.back}</Notice> : null}
        <Card>
          <SignInForm />
        </Card>
        <p className="text-note text-ink-soft">{words.signIn.lead}</p>
      </Stack>
    </div>
  );
}
