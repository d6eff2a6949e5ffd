import { keyName } from "./shortcut.ts";

type KeyProps = {
  readonly name: string;
  /** Read aloud: where the keys themselves are what one came for. */
  readonly isTold?: boolean;
};

/** A key beside what it does; read aloud by `aria-keyshortcuts` of the button and not twice. */
export function Key({ name, isTold = false }: KeyProps) {
  return (
    <kbd
      aria-hidden={!isTold}
      className="ml-1 inline-block min-w-[1.6em] rounded-small border border-current px-1 text-center font-code text-note leading-snug font-normal"
    >
      {keyName(name)}
    </kbd>
  );
}
