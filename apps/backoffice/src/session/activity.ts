const key = "hall.staff-last-act";
const acts = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
/** Written at most so often: every tab reads it. */
const WRITE_EVERY_MS = 2_000;

let last = Date.now();

/** Notes that the person is there, for all tabs of the browser. */
export function keepAwake(): void {
  last = Date.now();
  try {
    window.localStorage.setItem(key, String(last));
  } catch {
    // This tab knows it anyway.
  }
}

/** Minutes since the last act in any tab. */
export function idleMinutes(): number {
  let newest = last;
  try {
    newest = Math.max(newest, Number(window.localStorage.getItem(key) ?? 0));
  } catch {
    // As above.
  }
  return (Date.now() - newest) / 60_000;
}

/** Takes every press and key as an act; returns how to stop. */
export function watchActivity(): () => void {
  keepAwake();
  const note = () => {
    // Past the warning only the dialog's own button counts, so that it can't vanish unread.
    if (Date.now() - last > WRITE_EVERY_MS && idleMinutes() < 28) keepAwake();
  };
  for (const act of acts) window.addEventListener(act, note, { passive: true });
  return () => {
    for (const act of acts) window.removeEventListener(act, note);
  };
}
