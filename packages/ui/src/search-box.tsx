import { Search, X } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Announce } from "./announce.tsx";
import { classes, controlClass, fieldButtonClass } from "./style.ts";
import { words } from "./words.ts";

/** Something that was found. */
export type SearchHit = { readonly id: string; readonly title: string; readonly note?: string };

export type SearchBoxProps = {
  readonly label?: string;
  readonly placeholder?: string;
  /** Called at each key; the page answers with `hits`. */
  readonly onInput: (text: string) => void;
  readonly hits: ReadonlyArray<SearchHit>;
  /** One of the hits was taken. */
  readonly onPick: (hit: SearchHit) => void;
  /** Enter without a hit: show all that was found. */
  readonly onSubmit?: (text: string) => void;
  /** The big one of the home page. */
  readonly isMain?: boolean;
};

/**
 * Answers while one types; arrows and Enter take a hit. A combobox after ARIA 1.2, by hand: it is
 * on every first page, and the library's hides the rest of the page while its list is open.
 */
export function SearchBox(props: SearchBoxProps) {
  const { label = words.search.label, placeholder = words.search.placeholder, hits } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const search = useSearch(props);
  const { text, isOpen, active, type } = search;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes the list when the focus leaves the whole
    <div
      className="relative w-full"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) search.close();
      }}
    >
      <div className="relative flex items-center">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute left-3 size-[1.25em] text-ink-soft"
        />
        <input
          ref={input}
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen && hits.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(isOpen && hits[active] ? { "aria-activedescendant": `${id}-${active}` } : {})}
          value={text}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={search.onKeyDown}
          onFocus={search.open}
          className={classes(
            controlClass,
            "pr-control pl-[calc(var(--spacing)*5+1.25em)] text-ellipsis",
            props.isMain && "min-h-control-main text-lead",
          )}
        />
        {text ? (
          <button
            type="button"
            aria-label={words.search.clear}
            onClick={() => {
              type("");
              input.current?.focus();
            }}
            className={classes(fieldButtonClass, "absolute right-0 hover:text-accent")}
          >
            <X aria-hidden="true" size="1.25em" />
          </button>
        ) : null}
      </div>
      <Hits id={id} label={label} hits={hits} search={search} />
      <Announce>
        {isOpen ? (hits.length > 0 ? words.search.found(hits.length) : words.search.none) : ""}
      </Announce>
    </div>
  );
}

/** What is typed, whether the list is open, and which hit the arrows are on (-1 for none). */
function useSearch({ hits, onInput, onPick, onSubmit }: SearchBoxProps) {
  const [text, setText] = useState("");
  const [isWanted, setWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const type = (next: string) => {
    setText(next);
    setWanted(true);
    setActive(-1);
    onInput(next);
  };
  const pick = (hit: SearchHit) => {
    type("");
    setWanted(false);
    onPick(hit);
  };
  const close = () => setWanted(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      event.preventDefault();
      setWanted(true);
      // From the last hit back to the box itself and on to the first, and the same upwards.
      setActive(((active + 1 + step + hits.length + 1) % (hits.length + 1)) - 1);
    } else if (event.key === "Escape") {
      if (isWanted && text) event.preventDefault();
      close();
    } else if (event.key === "Enter" && text.trim()) {
      event.preventDefault();
      const hit = hits[active];
      if (hit && isWanted) return pick(hit);
      close();
      onSubmit?.(text.trim());
    }
  };
  const isOpen = isWanted && text.trim() !== "";
  return { text, isOpen, active, type, pick, close, open: () => setWanted(true), onKeyDown };
}

type HitsProps = {
  readonly id: string;
  readonly label: string;
  readonly hits: ReadonlyArray<SearchHit>;
  readonly search: ReturnType<typeof useSearch>;
};

function Hits({ id, label, hits, search }: HitsProps) {
  const { isOpen, active, pick } = search;
  if (!isOpen) return null;
  if (hits.length === 0) {
    return <p className={classes(sheetClass, "px-4 py-3 text-ink-soft")}>{words.search.none}</p>;
  }
  return (
    <div role="listbox" id={`${id}-list`} aria-label={label} className={classes(sheetClass, "p-1")}>
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the box, where the focus stays
        // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is pointed at, not focused
        <div
          key={hit.id}
          role="option"
          id={`${id}-${index}`}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(hit)}
          className={classes(
            "flex min-h-target cursor-default flex-col justify-center rounded-small px-3 py-2",
            index === active ? "bg-accent-wash text-accent" : "hover:bg-wash",
          )}
        >
          <span>{hit.title}</span>
          {hit.note ? <span className="text-note text-ink-soft">{hit.note}</span> : null}
        </div>
      ))}
    </div>
  );
}

const sheetClass =
  "hall-enter absolute inset-x-0 top-full z-40 mt-1 max-h-96 overflow-auto rounded-card border " +
  "border-line-strong bg-paper text-ink";
