import { ALargeSmall, Moon } from "lucide-react";
import { useSyncExternalStore } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { announce } from "./announce.tsx";
import { classes } from "./style.ts";
import { words } from "./words.ts";

/** How this person wants to see the hall; kept on this device. */
export type Preferences = {
  readonly isElder: boolean;
  readonly theme: "light" | "dark" | "system";
};

const key = "hall.preferences";
const initial: Preferences = { isElder: false, theme: "system" };
const listeners = new Set<() => void>();
let current: Preferences = initial;

/** Sets what was chosen on this device; called before the first render, so that nothing flickers. */
export function applyPreferences(): void {
  current = read();
  paint(current);
}

/** Changes, paints and keeps a choice. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  paint(current);
  try {
    window.localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // A browser that refuses to store still shows the choice until the page is closed.
  }
  for (const listener of listeners) listener();
}

/** The choices of this device, live. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
    () => initial,
  );
}

function read(): Preferences {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? "{}");
    if (typeof kept !== "object" || kept === null) return initial;
    const theme = "theme" in kept ? kept.theme : undefined;
    return {
      isElder: "isElder" in kept && kept.isElder === true,
      theme: theme === "dark" || theme === "light" ? theme : "system",
    };
  } catch {
    return initial;
  }
}

function paint({ isElder, theme }: Preferences): void {
  const { dataset } = document.documentElement;
  if (isElder) dataset["elder"] = "";
  else delete dataset["elder"];
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
}

function isDarkNow(theme: Preferences["theme"]): boolean {
  if (theme !== "system") return theme === "dark";
  return window.matchMedia("(prefers-color-scheme: dark)").matches;
}

/** The two switches in every header: 关怀版 and 深色. */
export function PreferenceToggles({
  isElderOffered = true,
}: {
  readonly isElderOffered?: boolean;
}) {
  const { isElder, theme } = usePreferences();
  return (
    <fieldset className="flex items-center gap-1">
      <legend className="sr-only">{words.shell.preferences}</legend>
      {isElderOffered ? (
        <ToggleButton
          isSelected={isElder}
          onChange={(isOn) => {
            setPreferences({ isElder: isOn });
            announce(isOn ? words.shell.elderOn : words.shell.elderOff);
          }}
          className={toggleClass}
        >
          <ALargeSmall aria-hidden="true" className="size-[1.4em]" />
          {words.shell.elder}
        </ToggleButton>
      ) : null}
      <ToggleButton
        isSelected={isDarkNow(theme)}
        onChange={(isOn) => {
          setPreferences({ theme: isOn ? "dark" : "light" });
          announce(isOn ? words.shell.darkOn : words.shell.darkOff);
        }}
        className={toggleClass}
      >
        <Moon aria-hidden="true" className="size-[1.2em]" />
        {words.shell.dark}
      </ToggleButton>
    </fieldset>
  );
}

const toggleClass = classes(
  "inline-flex min-h-target cursor-default items-center gap-1 rounded-small px-2 text-note",
  "text-ink-soft data-hovered:bg-accent-wash data-hovered:text-accent",
  "data-selected:bg-accent-wash data-selected:font-semibold data-selected:text-accent",
);
