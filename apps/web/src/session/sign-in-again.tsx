import { Button } from "@hall/ui/button";
import { later } from "@hall/ui/later";
import { Skeleton } from "@hall/ui/skeleton";
import { currentSession, leaveSignIn, useIsAskedToSignIn } from "../api/session.ts";
import { OverPage } from "../app/over-page.tsx";
import { words } from "./words.ts";

const Dialog = later(async () => (await import("@hall/ui/dialog")).Dialog, { waiting: () => null });
const SignInForm = later(async () => (await import("./sign-in-form.tsx")).SignInForm, {
  waiting: () => <Skeleton shape="form" />,
});

/** The sign-in has run out in the middle of something: sign in over the page and go on from there. */
export function SignInAgain() {
  const isAsked = useIsAskedToSignIn();
  if (!isAsked) return null;
  const session = currentSession();
  const isUnit = session.state === "in" && session.actor.kind === "agent";
  return (
    <OverPage>
      <Dialog
        role="alertdialog"
        title={words.again.title}
        isOpen
        onClose={leaveSignIn}
        footer={<Button onPress={leaveSignIn}>{words.again.leave}</Button>}
      >
        <p className="mb-2">{words.again.lead}</p>
        <SignInForm first={isUnit ? "unit" : "person"} />
      </Dialog>
    </OverPage>
  );
}
