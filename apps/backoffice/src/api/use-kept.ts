import { useState } from "react";

const prefix = "hall.staff.typed.";

/**
 * State that survives a reload and a sign-in that ran out: what was typed on a case stays until
 * it is sent or taken back. Kept in this tab alone and forgotten at sign-out.
 * @param name what it is typed for, such as `decision 202603…`
 * @param parse gives null for what isn't such a state, and the initial one is taken
 */
export function useKept<T>(
  name: string,
  initial: T,
  parse: (kept: unknown) => T | null,
): readonly [T, (value: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => read(name, parse) ?? initial);
  const change = (next: T) => {
    setValue(next);
    write(name, next);
  };
  const forget = () => {
    setValue(initial);
    write(name, null);
  };
  return [value, change, forget];
}

/** Before somebody else sits down here. */
export function forgetTyped(): void {
  try {
    for (const key of Object.keys(window.sessionStorage)) {
      if (key.startsWith("hall.staff.")) window.sessionStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept where nothing can be stored.
  }
}

function read<T>(name: string, parse: (kept: unknown) => T | null): T | null {
  try {
    return parse(JSON.parse(window.sessionStorage.getItem(prefix + name) ?? "null"));
  } catch {
    return null;
  }
}

function write(name: string, value: unknown): void {
  try {
    if (value === null) window.sessionStorage.removeItem(prefix + name);
    else window.sessionStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // The page itself still holds it.
  }
}
