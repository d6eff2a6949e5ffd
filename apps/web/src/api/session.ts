import type { ActorJson, SignedIn } from "@hall/contracts/auth";
import { refresh as refreshEndpoint, signOut as signOutEndpoint } from "@hall/contracts/auth";
import { useSyncExternalStore } from "react";
import { addressOf } from "./operation.ts";

/** A citizen or a unit's agent; staff work in the back office and are nobody here. */
export type HallActor = Extract<ActorJson, { kind: "person" | "agent" }>;

export type Session =
  /** Not yet known whether the cookie still counts. */
  | { readonly state: "unknown" }
  | { readonly state: "out"; readonly why?: "idle" | "elsewhere" }
  | { readonly state: "in"; readonly actor: HallActor };

/** Renewed so long before its end that a call on a slow line still arrives in time. */
const MARGIN_MS = 20_000;
const hintKey = "hall.signed-in";

let session: Session = { state: labelLengthHint() > 0 ? "unknown" : "out" };
let token: { readonly text: string; readonly endsAt: number } | null = null;
const listeners = new Set<() => void>();
let asked: { readonly promise: Promise<string | null>; readonly settle: Settle } | null = null;
type Settle = (token: string | null) => void;
let isAsking = false;
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("hall");

channel?.addEventListener("message", ({ data }) => {
  if (data === "signed-out" && session.state === "in") setOut("elsewhere");
});

const leavings = new Set<() => void>();

/** Called when somebody's sign-in ends or another's begins, before any page is drawn anew. */
export function onActorLeaving(forget: () => void): void {
  leavings.add(forget);
}

function change(next: Session): void {
  const before = session.state === "in" ? session.actor.id : null;
  const after = next.state === "in" ? next.actor.id : null;
  if (before !== null && before !== after) for (const forget of leavings) forget();
  session = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who is signed in, live. */
export function useSession(): Session {
  return useSyncExternalStore(
    subscribe,
    () => session,
    () => session,
  );
}

/** Whether the person has to sign in over the page before their call goes on. */
export function useIsAskedToSignIn(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isAsking,
    () => false,
  );
}

export function currentSession(): Session {
  return session;
}

/** Takes up what a sign-in answered. False for staff, whose place is the back office. */
export function takeSignedIn({ accessToken, expiresInSeconds, actor }: SignedIn): boolean {
  if (actor.kind === "staff") return false;
  const before = session.state === "in" ? session.actor.id : null;
  token = { text: accessToken, endsAt: performance.now() + expiresInSeconds * 1_000 };
  writeHint(actor);
  change({ state: "in", actor });
  if (asked) {
    // Somebody else at the same page: what waits was the other's and is let go.
    const isSame = before === null || before === actor.id;
    settleAsked(isSame ? accessToken : null);
    if (!isSame) window.location.assign("/");
  }
  return true;
}

/** Gives up the sign-in that was asked for over the page. */
export function leaveSignIn(): void {
  settleAsked(null);
  setOut();
}

function settleAsked(text: string | null): void {
  const waiting = asked;
  asked = null;
  isAsking = false;
  waiting?.settle(text);
  for (const listener of listeners) listener();
}

/** Waits until the person has signed in over the page; null when they didn't. */
export function signedInAgain(): Promise<string | null> {
  if (session.state !== "in") return Promise.resolve(null);
  if (asked) return asked.promise;
  let settle: Settle = () => undefined;
  const promise = new Promise<string | null>((done) => {
    settle = done;
  });
  asked = { promise, settle };
  isAsking = true;
  for (const listener of listeners) listener();
  return promise;
}

/** The token to send now, renewed if it is about to end; null when nobody is signed in. */
export async function freshToken(): Promise<string | null> {
  if (!token) return null;
  if (performance.now() < token.endsAt - MARGIN_MS) return token.text;
  return (await renewToken(token.text)) ?? token?.text ?? null;
}

let renewing: Promise<string | null> | null = null;

/** Trades the cookie for a new token, once for all calls that found the old one ended. */
export function renewToken(old: string): Promise<string | null> {
  if (token && token.text !== old) return Promise.resolve(token.text);
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return renewing;
}

/** At load: takes the session up again from the cookie, where there was one. */
export async function restoreSession(): Promise<void> {
  if (session.state !== "unknown") return;
  if (await renew()) return;
  if (navigator.onLine) return setOut();
  // The cookie may well count: it is tried as soon as there is a network again.
  change({ state: "out" });
  window.addEventListener("online", tryAgain, { once: true });
}

function tryAgain(): void {
  if (session.state !== "out" || labelLengthHint() === 0) return;
  change({ state: "unknown" });
  void restoreSession();
}

/** Takes a new token at once, after the server has changed what the old one says. */
export async function renewNow(): Promise<void> {
  const renewed = token ? await renewToken(token.text) : await renew();
  if (!renewed) setOut();
}

async function renew(): Promise<string | null> {
  const ask = async () => {
    const response = await fetch(addressOf(refreshEndpoint), {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json" },
    });
    return response.ok ? ((await response.json()) as SignedIn) : null;
  };
  try {
    // The cookie changes at each renewal and its old value used twice ends all sign-ins:
    // two tabs must never renew at once.
    const answer = navigator.locks
      ? await navigator.locks.request("hall.refresh", ask)
      : await ask();
    if (!answer || !takeRenewed(answer)) return null;
    return answer.accessToken;
  } catch {
    return null;
  }
}

function takeRenewed(answer: SignedIn): boolean {
  if (answer.actor.kind === "staff") return false;
  if (session.state === "in" && session.actor.id !== answer.actor.id) {
    // Somebody else signed in in another tab; this page still shows the first one's data.
    window.location.assign("/");
    return false;
  }
  token = { text: answer.accessToken, endsAt: performance.now() + answer.expiresInSeconds * 1_000 };
  writeHint(answer.actor);
  change({ state: "in", actor: answer.actor });
  return true;
}

function setOut(why?: "idle" | "elsewhere"): void {
  token = null;
  writeHint(null);
  change(why ? { state: "out", why } : { state: "out" });
}

/** Ends the sign-in here and in the browser's other tabs. */
export async function signOut(why?: "idle"): Promise<void> {
  const held = token?.text;
  try {
    await fetch(addressOf(signOutEndpoint), {
      method: "POST",
      credentials: "same-origin",
      headers: held ? { Authorization: `Bearer ${held}` } : {},
    });
  } catch {
    // Without a network the cookie ends by itself on the server after its idle time.
  }
  channel?.postMessage("signed-out");
  setOut(why);
}

/**
 * How many characters the name in the header had at the last sign-in, 0 for none. It spares
 * visitors who never signed in a call that can only fail, and keeps the place of the name while
 * it is asked for. It tells nobody who it was.
 */
export function labelLengthHint(): number {
  try {
    return Math.min(Number(window.localStorage.getItem(hintKey)) || 0, 40);
  } catch {
    return 1;
  }
}

/** What the header calls somebody: a unit by its name, whoever acts for it. */
export const labelOf = (actor: HallActor): string =>
  actor.kind === "agent" ? actor.unit.name : actor.name;

function writeHint(actor: HallActor | null): void {
  try {
    if (actor) window.localStorage.setItem(hintKey, String(labelOf(actor).length));
    else window.localStorage.removeItem(hintKey);
  } catch {
    // Without storage the next load asks the server, which is all the hint would spare.
  }
}
