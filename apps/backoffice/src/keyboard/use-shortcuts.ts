import { useEffect, useRef, useSyncExternalStore } from "react";
import { type Shortcut, shortcutFor } from "./shortcut.ts";

const declared = new Set<{ readonly current: readonly Shortcut[] }>();
const offKey = "hall.staff-shortcuts-off";
const listeners = new Set<() => void>();
let isOff = readOff();

/** Declares the keys of a page or a panel, while it is shown. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    declared.add(latest);
    return () => {
      declared.delete(latest);
    };
  }, []);
}

/** Every key that does something now. */
export function shortcutsNow(): readonly Shortcut[] {
  return [...declared].flatMap(({ current }) => current);
}

/** Listens for the whole app, once. */
export function useShortcutListener(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isOff || document.querySelector("[role='dialog'],[role='alertdialog']")) return;
      const target = event.target instanceof Element ? event.target : null;
      const shortcut = shortcutFor(event, target, shortcutsNow());
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

/** Single keys can be switched off, for who speaks to the computer or hits keys by chance. */
export function useShortcutsOff(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOff,
  );
}

export function switchShortcuts(isNowOff: boolean): void {
  isOff = isNowOff;
  try {
    if (isNowOff) window.localStorage.setItem(offKey, "1");
    else window.localStorage.removeItem(offKey);
  } catch {
    // Then the choice holds until the page is closed.
  }
  for (const listener of listeners) listener();
}

function readOff(): boolean {
  try {
    return window.localStorage.getItem(offKey) === "1";
  } catch {
    return false;
  }
}
