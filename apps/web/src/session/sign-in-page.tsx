import { Card } from "@hall/ui/card";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { PageHeader } from "@hall/ui/page-header";
import { Navigate, useSearchParams } from "react-router";
import { useSession } from "../api/session.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { words } from "./words.ts";

/** Sign in and go back to where one came from. */
export function SignInPage() {
  const session = useSession();
  const [query] = useSearchParams();
  const back = safeBack(query.get("back"));
  const why = query.get("why");
  if (session.state === "in") {
    const home = session.actor.kind === "agent" ? "/unit" : "/";
    return <Navigate replace to={back ?? home} />;
  }
  return (
    <div className="mx-auto max-w-text">
      <PageHeader title={words.signIn.title} lead={words.signIn.lead} />
      <Stack>
        {why === "idle" ? <Notice tone="warning">{words.signIn.idle}</Notice> : null}
        {why === "elsewhere" ? <Notice>{words.signIn.elsewhere}</Notice> : null}
        {back && !why ? <Notice>{words.signIn.back}</Notice> : null}
        <Card>
          <SignInForm first={query.get("as") ?? "person"} />
        </Card>
      </Stack>
    </div>
  );
}

/** A path of this hall only: an address elsewhere would make the sign-in a lure. */
function safeBack(back: string | null): string | null {
  return back && /^\/(?![/\\])/.test(back) && !back.startsWith("/sign-in") ? back : null;
}
