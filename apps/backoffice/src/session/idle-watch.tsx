import { Activity, IDLE_END_MINUTES, IDLE_WARN_MINUTES } from "@hall/client/activity";
import { Button } from "@hall/ui/button";
import { Dialog } from "@hall/ui/dialog";
import { useEffect, useState } from "react";
import { signOut } from "../api/session.ts";
import { words } from "../app/words.ts";

const LOOK_EVERY_MS = 5_000;

const activity = new Activity("hall.staff");

/** Warns after 28 minutes without an act in any tab, and ends the sign-in after 30 (SGN-5). */
export function IdleWatch() {
  const [isWarning, setWarning] = useState(false);
  useEffect(() => activity.watch(), []);
  useEffect(() => {
    const look = () => {
      const idle = activity.idleMinutes();
      setWarning(idle >= IDLE_WARN_MINUTES);
      if (idle < IDLE_END_MINUTES) return;
      window.clearInterval(timer);
      // What is typed stays in this tab, under the name of whoever typed it.
      void signOut("idle");
    };
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, []);
  if (!isWarning) return null;
  const stay = () => {
    activity.keepAwake();
    setWarning(false);
  };
  return (
    <Dialog
      role="alertdialog"
      title={words.idle.title}
      isOpen
      onClose={stay}
      footer={
        <>
          <Button onPress={() => void signOut()}>{words.idle.leave}</Button>
          <Button variant="primary" onPress={stay} autoFocus>
            {words.idle.stay}
          </Button>
        </>
      }
    >
      <p>{words.idle.lead}</p>
    </Dialog>
  );
}
