import { Button } from "@hall/ui/button";
import { Dialog } from "@hall/ui/dialog";
import { leaveSignIn, useIsAskedToSignIn } from "../api/session.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { words } from "./words.ts";

/** The sign-in has run out in the middle of something: sign in over the page and go on from there. */
export function SignInAgain() {
  if (!useIsAskedToSignIn()) return null;
  return (
    <Dialog
      role="alertdialog"
      title={words.again.title}
      isOpen
      onClose={leaveSignIn}
      footer={<Button onPress={leaveSignIn}>{words.again.leave}</Button>}
    >
      <p className="mb-4">{words.again.lead}</p>
      <SignInForm />
    </Dialog>
  );
}
