import { type ActorJson, refreshStaff, type SignedIn, signOutStaff } from "@hall/contracts/auth";
import { useSyncExternalStore } from "react";
import { BASE } from "../app/base.ts";
import { addressOf } from "./operation.ts";

/** Somebody of the staff; citizens and agents have the hall and are nobody here. */
export type Staff = Extract<ActorJson, { kind: "staff" }>;

export type Session =
  /** Not yet known whether the cookie still counts. */
  | { readonly state: "unknown" }
  | { readonly state: "out"; readonly why?: "idle" | "elsewhere" }
  | { readonly state: "in"; readonly actor: Staff };

/** Renewed so long before its end that a call on a slow line still arrives in time. */
const MARGIN_MS = 20_000;
const hintKey = "hall.staff-signed-in";
const home = `${BASE}/`;

let session: Session = { state: readHint() ? "unknown" : "out" };
let token: { readonly text: string; readonly endsAt: number } | null = null;
const listeners = new Set<() => void>();
type Settle = (token: string | null) => void;
let asked: { readonly promise: Promise<string | null>; readonly settle: Settle } | null = null;
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("hall.staff");

channel?.addEventListener("message", ({ data }) => {
  if (data === "signed-out" && session.state === "in") setOut("elsewhere");
});

function tell(): void {
  for (const listener of listeners) listener();
}

function change(next: Session): void {
  session = next;
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who is signed in, live. */
export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session);
}

/** Whether one has to sign in over the page before a call goes on. */
export function useIsAskedToSignIn(): boolean {
  return useSyncExternalStore(subscribe, () => asked !== null);
}

/** Takes up what a sign-in answered. False for who isn't staff. */
export function takeSignedIn(answer: SignedIn): boolean {
  if (answer.actor.kind !== "staff") return false;
  const before = session.state === "in" ? session.actor.id : null;
  hold(answer, answer.actor);
  if (asked) {
    // Somebody else at the same page: what waits was the other's and is let go.
    const isSame = before === null || before === answer.actor.id;
    settleAsked(isSame ? answer.accessToken : null);
    if (!isSame) window.location.assign(home);
  }
  return true;
}

function hold({ accessToken, expiresInSeconds }: SignedIn, actor: Staff): void {
  token = { text: accessToken, endsAt: performance.now() + expiresInSeconds * 1_000 };
  writeHint(true);
  change({ state: "in", actor });
}

/** Gives up the sign-in that was asked for over the page. */
export function leaveSignIn(): void {
  settleAsked(null);
  setOut();
}

function settleAsked(text: string | null): void {
  const waiting = asked;
  asked = null;
  waiting?.settle(text);
  tell();
}

/** Waits until one has signed in over the page; null when one didn't. */
export function signedInAgain(): Promise<string | null> {
  if (session.state !== "in") return Promise.resolve(null);
  if (asked) return asked.promise;
  let settle: Settle = () => undefined;
  const promise = new Promise<string | null>((done) => {
    settle = done;
  });
  asked = { promise, settle };
  tell();
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
  if (session.state === "unknown" && !(await renew())) setOut();
}

/** Takes a new token at once, after the server has changed what the old one says. */
export async function renewNow(): Promise<void> {
  const renewed = token ? await renewToken(token.text) : await renew();
  if (!renewed) setOut();
}

async function renew(): Promise<string | null> {
  const ask = async () => {
    const response = await fetch(addressOf(refreshStaff), {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json" },
    });
    return response.ok ? ((await response.json()) as SignedIn) : null;
  };
  try {
    // The cookie changes at each renewal and its old value used twice ends all sign-ins: two tabs
    // must never renew at once.
    const answer = navigator.locks
      ? await navigator.locks.request("hall.staff.refresh", ask)
      : await ask();
    if (answer?.actor.kind !== "staff") return null;
    if (session.state === "in" && session.actor.id !== answer.actor.id) {
      // Somebody else signed in in another tab; this page still shows the first one's work.
      window.location.assign(home);
      return null;
    }
    hold(answer, answer.actor);
    return answer.accessToken;
  } catch {
    return null;
  }
}

function setOut(why?: "idle" | "elsewhere"): void {
  token = null;
  writeHint(false);
  change(why ? { state: "out", why } : { state: "out" });
}

/** Ends the sign-in here and in the browser's other tabs. */
export async function signOut(why?: "idle"): Promise<void> {
  const held = token?.text;
  try {
    await fetch(addressOf(signOutStaff), {
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

/** Spares who never signed in a call that can only fail. It is no secret. */
function readHint(): boolean {
  try {
    return window.localStorage.getItem(hintKey) === "1";
  } catch {
    return true;
  }
}

function writeHint(isIn: boolean): void {
  try {
    if (isIn) window.localStorage.setItem(hintKey, "1");
    else window.localStorage.removeItem(hintKey);
  } catch {
    // Without storage the next load asks the server, which is all the hint would spare.
  }
}
