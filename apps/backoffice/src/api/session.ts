import { SessionStore } from "@hall/client/session";
import { type ActorJson, refreshStaff, signOutStaff } from "@hall/contracts/auth";
import { BASE } from "../app/base.ts";

/** Somebody of the staff; citizens and agents have the hall and are nobody here. */
export type Staff = Extract<ActorJson, { kind: "staff" }>;

export const sessionStore = new SessionStore<Staff>({
  name: "hall.staff",
  knows: (actor) => actor.kind === "staff",
  home: `${BASE}/`,
  refresh: refreshStaff,
  signOut: signOutStaff,
  hintOf: () => 1,
});

export const {
  useSession,
  useIsAskedToSignIn,
  onActorLeaving,
  takeSignedIn,
  leaveSignIn,
  renewNow,
  restore: restoreSession,
  signOut,
} = sessionStore;
