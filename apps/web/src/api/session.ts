import { SessionStore } from "@hall/client/session";
import {
  type ActorJson,
  refresh as refreshEndpoint,
  signOut as signOutEndpoint,
} from "@hall/contracts/auth";

/** A citizen or a unit's agent; staff work in the back office and are nobody here. */
export type HallActor = Extract<ActorJson, { kind: "person" | "agent" }>;

/** What the header calls somebody: a unit by its name, whoever acts for it. */
export const labelOf = (actor: HallActor): string =>
  actor.kind === "agent" ? actor.unit.name : actor.name;

const LONGEST_LABEL = 40;

export const sessionStore = new SessionStore<HallActor>({
  name: "hall",
  knows: (actor) => actor.kind !== "staff",
  home: "/",
  refresh: refreshEndpoint,
  signOut: signOutEndpoint,
  hintOf: (actor) => labelOf(actor).length,
});

export const {
  current: currentSession,
  useSession,
  useIsAskedToSignIn,
  onActorLeaving,
  takeSignedIn,
  leaveSignIn,
  renewNow,
  restore: restoreSession,
  signOut,
} = sessionStore;

/**
 * How many characters the name in the header had at the last sign-in, 0 for none: it keeps the
 * place of the name while it is asked for.
 */
export const labelLengthHint = (): number => Math.min(sessionStore.hint(), LONGEST_LABEL);
