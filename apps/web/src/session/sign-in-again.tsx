import { Button } from "@hall/ui/button";
import { Skeleton } from "@hall/ui/skeleton";
import { lazy, Suspense } from "react";
import { currentSession, leaveSignIn, useIsAskedToSignIn } from "../api/session.ts";
import { words } from "./words.ts";

const Dialog = lazy(async () => ({ default: (await import("@hall/ui/dialog")).Dialog }));
const SignInForm = lazy(async () => ({ default: (await import("./sign-in-form.tsx")).SignInForm }));

/** The sign-in has run out in the middle of something: sign in over the page and go on from there. */
export function SignInAgain() {
  const isAsked = useIsAskedToSignIn();
  if (!isAsked) return null;
  const session = currentSession();
  const isUnit = session.state === "in" && session.actor.kind === "agent";
  return (
    <Suspense fallback={null}>
      <Dialog
        role="alertdialog"
        title={words.again.title}
        isOpen
        onClose={leaveSignIn}
        footer={<Button onPress={leaveSignIn}>{words.again.leave}</Button>}
      >
        <p className="mb-2">{words.again.lead}</p>
        <Suspense fallback={<Skeleton shape="form" />}>
          <SignInForm first={isUnit ? "unit" : "person"} />
        </Suspense>
      </Dialog>
    </Suspense>
  );
}
