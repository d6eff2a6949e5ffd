const acts = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
/** Written at most so often: every tab reads it. */
const WRITE_EVERY_MS = 2_000;
/** After so long without an act one is warned, and after so long signed out (SGN-5). */
export const IDLE_WARN_MINUTES = 28;
export const IDLE_END_MINUTES = 30;

/** When somebody last did anything, in any tab of the browser, under a name of its own. */
export class Activity {
  readonly #key: string;
  #last = Date.now();

  constructor(name: string) {
    this.#key = `${name}.last-act`;
  }

  /** Notes that the person is there, for all tabs of the browser. */
  readonly keepAwake = (): void => {
    this.#last = Date.now();
    try {
      window.localStorage.setItem(this.#key, String(this.#last));
    } catch {
      // This tab knows it anyway.
    }
  };

  /** Minutes since the last act in any tab. */
  readonly idleMinutes = (): number => {
    let newest = this.#last;
    try {
      newest = Math.max(newest, Number(window.localStorage.getItem(this.#key) ?? 0));
    } catch {
      // As above.
    }
    return (Date.now() - newest) / 60_000;
  };

  /** Takes every press and key as an act; returns how to stop. */
  readonly watch = (): (() => void) => {
    this.keepAwake();
    const note = () => {
      // Past the warning only the dialog's own button counts, so that it can't vanish unread.
      const isDue = Date.now() - this.#last > WRITE_EVERY_MS;
      if (isDue && this.idleMinutes() < IDLE_WARN_MINUTES) this.keepAwake();
    };
    for (const act of acts) window.addEventListener(act, note, { passive: true });
    return () => {
      for (const act of acts) window.removeEventListener(act, note);
    };
  };
}
