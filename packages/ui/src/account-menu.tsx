import { ChevronDown, UserRound } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { Link as AriaLink } from "react-aria-components/Link";
import { classes } from "./style.ts";

export type AccountEntry = {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Goes there; otherwise `onPress` is called. */
  readonly href?: string;
  readonly onPress?: () => void;
};

export type AccountMenuProps = {
  /** Who is signed in; on a phone it is only read aloud. */
  readonly name: string;
  /** The unit or the role, above the entries. */
  readonly note?: string;
  readonly entries: ReadonlyArray<AccountEntry>;
};

/**
 * Who is signed in, and what is theirs. It is a button that unfolds a list of links and not a menu
 * in the sense of ARIA: it stands in the header of every first page and has to be small.
 */
export function AccountMenu({ name, note, entries }: AccountMenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and a leaving focus fold the list again
    <div
      className="relative"
      onKeyDown={close}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className={classes(
          "flex min-h-control cursor-default items-center gap-2 rounded-small px-2 font-semibold text-accent",
          "hover:bg-accent-wash",
        )}
      >
        <UserRound aria-hidden="true" className="size-[1.25em] shrink-0" />
        <span className="max-w-[8em] truncate text-note max-xs:sr-only">{name}</span>
        <ChevronDown aria-hidden="true" className="size-[1em] shrink-0" />
      </button>
      <div
        id={id}
        hidden={!isOpen}
        className="hall-enter absolute top-full right-0 z-40 mt-1 w-short rounded-card border border-line-strong bg-paper p-1"
      >
        <p className="border-b border-line px-3 py-2">
          <span className="block font-semibold">{name}</span>
          {note ? <span className="block text-note text-ink-soft">{note}</span> : null}
        </p>
        <ul className="pt-1">
          {entries.map((entry) => (
            <li key={entry.id}>
              <Entry entry={entry} onTaken={() => setOpen(false)} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const entryClass = classes(
  "flex min-h-target w-full cursor-default items-center gap-3 rounded-small px-3 py-2 text-start",
  "text-ink no-underline hover:bg-accent-wash hover:text-accent",
);

function Entry({ entry, onTaken }: { entry: AccountEntry; onTaken: () => void }) {
  const face = (
    <>
      {entry.icon ? (
        <span aria-hidden="true" className="shrink-0 text-ink-soft [&>svg]:size-[1.25em]">
          {entry.icon}
        </span>
      ) : null}
      {entry.label}
    </>
  );
  if (entry.href) {
    return (
      <AriaLink href={entry.href} onPress={onTaken} className={entryClass}>
        {face}
      </AriaLink>
    );
  }
  return (
    <button
      type="button"
      className={entryClass}
      onClick={() => {
        onTaken();
        entry.onPress?.();
      }}
    >
      {face}
    </button>
  );
}
