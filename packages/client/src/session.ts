import type { ActorJson, SignedIn } from "@hall/contracts/auth";
import { useSyncExternalStore } from "react";
import { addressOf, type Operation } from "./operation.ts";

export type Session<Actor extends ActorJson> =
  /** Not yet known whether the cookie still counts. */
  | { readonly state: "unknown" }
  | { readonly state: "out"; readonly why?: "idle" | "elsewhere" }
  | { readonly state: "in"; readonly actor: Actor };

export interface SessionOptions<Actor extends ActorJson> {
  /** Tells the two sides of one host apart: in the browser's storage, its locks, and among tabs. */
  readonly name: string;
  /** Whom this side knows; others have their own and are nobody here. */
  readonly knows: (actor: ActorJson) => actor is Actor;
  /** Where one goes when another has taken the first one's place. */
  readonly home: string;
  readonly refresh: Pick<Operation, "path">;
  readonly signOut: Pick<Operation, "path">;
  /** A number above 0 that is kept until sign-out, in the clear: it must tell nobody who it was. */
  readonly hintOf: (actor: Actor) => number;
}

/** Renewed so long before its end that a call on a slow line still arrives in time. */
const MARGIN_MS = 20_000;

type Settle = (token: string | null) => void;

/** The sign-in of one side of the hall. The token lives in memory, the cookie where no script is. */
export class SessionStore<Actor extends ActorJson> {
  readonly #options: SessionOptions<Actor>;
  readonly #hintKey: string;
  readonly #channel: BroadcastChannel | null;
  readonly #listeners = new Set<() => void>();
  readonly #leavings = new Set<() => void>();
  #session: Session<Actor>;
  #token: { readonly text: string; readonly endsAt: number } | null = null;
  #asked: { readonly promise: Promise<string | null>; readonly settle: Settle } | null = null;
  #renewing: Promise<string | null> | null = null;

  constructor(options: SessionOptions<Actor>) {
    this.#options = options;
    this.#hintKey = `${options.name}.signed-in`;
    this.#session = { state: this.hint() > 0 ? "unknown" : "out" };
    this.#channel =
      typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(options.name);
    this.#channel?.addEventListener("message", ({ data }) => {
      if (data === "signed-out" && this.#session.state === "in") this.#setOut("elsewhere");
    });
  }

  readonly current = (): Session<Actor> => this.#session;

  /** Who is signed in, live. */
  readonly useSession = (): Session<Actor> =>
    useSyncExternalStore(this.#subscribe, this.current, this.current);

  /** Whether one has to sign in over the page before a call goes on. */
  readonly useIsAskedToSignIn = (): boolean =>
    useSyncExternalStore(
      this.#subscribe,
      () => this.#asked !== null,
      () => false,
    );

  /** Called when somebody's sign-in ends or another's begins, before any page is drawn anew. */
  readonly onActorLeaving = (forget: () => void): void => {
    this.#leavings.add(forget);
  };

  /** Takes up what a sign-in answered. False for whom this side doesn't know. */
  readonly takeSignedIn = (answer: SignedIn): boolean => {
    const { actor } = answer;
    if (!this.#options.knows(actor)) return false;
    const before = this.#session.state === "in" ? this.#session.actor.id : null;
    this.#hold(answer, actor);
    if (this.#asked) {
      // Somebody else at the same page: what waits was the other's and is let go.
      const isSame = before === null || before === actor.id;
      this.#settleAsked(isSame ? answer.accessToken : null);
      if (!isSame) window.location.assign(this.#options.home);
    }
    return true;
  };

  /** Gives up the sign-in that was asked for over the page. */
  readonly leaveSignIn = (): void => {
    this.#settleAsked(null);
    this.#setOut();
  };

  /** Waits until one has signed in over the page; null when one didn't. */
  readonly signedInAgain = (): Promise<string | null> => {
    if (this.#session.state !== "in") return Promise.resolve(null);
    if (this.#asked) return this.#asked.promise;
    let settle: Settle = () => undefined;
    const promise = new Promise<string | null>((done) => {
      settle = done;
    });
    this.#asked = { promise, settle };
    this.#tell();
    return promise;
  };

  /** The token to send now, renewed if it is about to end; null when nobody is signed in. */
  readonly freshToken = async (): Promise<string | null> => {
    const held = this.#token;
    if (!held) return null;
    if (performance.now() < held.endsAt - MARGIN_MS) return held.text;
    return (await this.renewToken(held.text)) ?? this.#token?.text ?? null;
  };

  /** Trades the cookie for a new token, once for all calls that found the old one ended. */
  readonly renewToken = (old: string): Promise<string | null> => {
    if (this.#token && this.#token.text !== old) return Promise.resolve(this.#token.text);
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  };

  /** At load: takes the session up again from the cookie, where there was one. */
  readonly restore = async (): Promise<void> => {
    if (this.#session.state !== "unknown" || (await this.#renew())) return;
    if (navigator.onLine) return this.#setOut();
    // The cookie may well count: it is tried as soon as there is a network again.
    this.#change({ state: "out" });
    window.addEventListener("online", this.#tryAgain, { once: true });
  };

  /** Takes a new token at once, after the server has changed what the old one says. */
  readonly renewNow = async (): Promise<void> => {
    const renewed = this.#token ? await this.renewToken(this.#token.text) : await this.#renew();
    if (!renewed) this.#setOut();
  };

  /** Ends the sign-in here and in the browser's other tabs. */
  readonly signOut = async (why?: "idle"): Promise<void> => {
    const held = this.#token?.text;
    try {
      await fetch(addressOf(this.#options.signOut), {
        method: "POST",
        credentials: "same-origin",
        headers: held ? { Authorization: `Bearer ${held}` } : {},
      });
    } catch {
      // Without a network the cookie ends by itself on the server after its idle time.
    }
    this.#channel?.postMessage("signed-out");
    this.#setOut(why);
  };

  /** What was kept of the last sign-in, 0 for none: it spares strangers a call that can only fail. */
  readonly hint = (): number => {
    try {
      return Number(window.localStorage.getItem(this.#hintKey)) || 0;
    } catch {
      return 1;
    }
  };

  readonly #subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #change(next: Session<Actor>): void {
    const before = this.#session.state === "in" ? this.#session.actor.id : null;
    const after = next.state === "in" ? next.actor.id : null;
    if (before !== null && before !== after) for (const forget of this.#leavings) forget();
    this.#session = next;
    this.#tell();
  }

  #hold({ accessToken, expiresInSeconds }: SignedIn, actor: Actor): void {
    this.#token = { text: accessToken, endsAt: performance.now() + expiresInSeconds * 1_000 };
    this.#writeHint(this.#options.hintOf(actor));
    this.#change({ state: "in", actor });
  }

  #settleAsked(text: string | null): void {
    const waiting = this.#asked;
    this.#asked = null;
    waiting?.settle(text);
    this.#tell();
  }

  readonly #tryAgain = (): void => {
    if (this.#session.state !== "out" || this.hint() === 0) return;
    this.#change({ state: "unknown" });
    void this.restore();
  };

  async #renew(): Promise<string | null> {
    const ask = async () => {
      const response = await fetch(addressOf(this.#options.refresh), {
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
        ? await navigator.locks.request(`${this.#options.name}.refresh`, ask)
        : await ask();
      return answer && this.#takeRenewed(answer) ? answer.accessToken : null;
    } catch {
      return null;
    }
  }

  #takeRenewed(answer: SignedIn): boolean {
    const { actor } = answer;
    if (!this.#options.knows(actor)) return false;
    if (this.#session.state === "in" && this.#session.actor.id !== actor.id) {
      // Somebody else signed in in another tab; this page still shows the first one's data.
      window.location.assign(this.#options.home);
      return false;
    }
    this.#hold(answer, actor);
    return true;
  }

  #setOut(why?: "idle" | "elsewhere"): void {
    this.#token = null;
    this.#writeHint(0);
    this.#change(why ? { state: "out", why } : { state: "out" });
  }

  #writeHint(hint: number): void {
    try {
      if (hint > 0) window.localStorage.setItem(this.#hintKey, String(hint));
      else window.localStorage.removeItem(this.#hintKey);
    } catch {
      // Without storage the next load asks the server, which is all the hint would spare.
    }
  }
}
