/** A key that does something on the page that is open. */
export interface Shortcut {
  /** As `KeyboardEvent.key` says it; letters small. Any of them. */
  readonly keys: readonly string[];
  /** What it does, for the list that `?` shows. */
  readonly words: string;
  readonly run: () => void;
}

/** As much of a key event as decides. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
}

/** Where a letter is text, or chooses something, it is no shortcut. */
const TYPES = [
  "textarea",
  "select",
  "[contenteditable]",
  "[aria-haspopup='listbox']",
  "[role='listbox']",
  "[role='menu']",
  "input:not([type='checkbox']):not([type='radio']):not([type='file'])",
].join(",");

/** These answer to Enter themselves. */
const ACTS = "a,button,summary,[role='tab']";

/** These move by the arrow keys themselves. */
const MOVES = "[role='tablist'],[role='radiogroup'],input[type='radio'],[role='grid']";

/**
 * The shortcut that a key means, the latest declared first, so that a panel can take over a key of
 * its page; undefined where the key belongs to a field, an open dialog or the browser.
 */
export function shortcutFor(
  pressed: Pressed,
  target: Element | null,
  shortcuts: readonly Shortcut[],
): Shortcut | undefined {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = pressed;
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return undefined;
  if (target?.closest(TYPES)) return undefined;
  if (key.startsWith("Arrow") && target?.closest(MOVES)) return undefined;
  if (key === "Enter" && target?.closest(ACTS)) return undefined;
  const wanted = key.length === 1 ? key.toLowerCase() : key;
  return shortcuts.findLast(({ keys }) => keys.includes(wanted));
}

const names: Readonly<Record<string, string>> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  Escape: "Esc",
  Enter: "回车",
  "Control+Enter": "Ctrl+回车",
};

/** A key as it stands on the keyboard. */
export function keyName(key: string): string {
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
