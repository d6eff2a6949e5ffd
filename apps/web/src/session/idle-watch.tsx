import { Activity, IDLE_END_MINUTES, IDLE_WARN_MINUTES } from "@hall/client/activity";
import { later } from "@hall/ui/later";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { signOut } from "../api/session.ts";
import { OverPage } from "../app/over-page.tsx";
import { flushDrafts } from "./before-leaving.ts";

const IdleDialog = later(async () => (await import("./idle-dialog.tsx")).IdleDialog, {
  waiting: () => null,
});

const LOOK_EVERY_MS = 5_000;

const activity = new Activity("hall");

/** Warns after 28 minutes without an act in any tab, and after 30 keeps what was typed and ends. */
export function IdleWatch() {
  const [isWarning, setWarning] = useState(false);
  const navigate = useNavigate();
  useEffect(() => activity.watch(), []);
  useEffect(() => {
    // The warning has to come without a network too.
    const soon = window.setTimeout(() => void IdleDialog.fetch(), LOOK_EVERY_MS);
    return () => window.clearTimeout(soon);
  }, []);
  useEffect(() => {
    const look = async () => {
      const idle = activity.idleMinutes();
      setWarning(idle >= IDLE_WARN_MINUTES);
      if (idle < IDLE_END_MINUTES) return;
      window.clearInterval(timer);
      await flushDrafts();
      await signOut("idle");
    };
    const timer = window.setInterval(() => void look(), LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, []);
  if (!isWarning) return null;
  return (
    <OverPage>
      <IdleDialog
        minutes={IDLE_WARN_MINUTES}
        onStay={() => {
          activity.keepAwake();
          setWarning(false);
        }}
        onLeave={async () => {
          await flushDrafts();
          await signOut();
          navigate("/");
        }}
      />
    </OverPage>
  );
}
