import { Search, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import {
  Button,
  ComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components/ComboBox";
import { classes, controlClass, fieldButtonClass, optionClass, popoverClass } from "./style.ts";
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

/** Answers while one types; arrows and Enter take a hit. */
export function SearchBox(props: SearchBoxProps) {
  const { label = words.search.label, hits, onInput, onPick, onSubmit, isMain = false } = props;
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const type = (next: string) => {
    setText(next);
    onInput(next);
  };
  const submitOnEnter = (event: KeyboardEvent) => {
    const hasOption = Boolean(input.current?.getAttribute("aria-activedescendant"));
    if (event.key === "Enter" && !hasOption && text.trim() !== "") onSubmit?.(text.trim());
  };
  return (
    <ComboBox
      aria-label={label}
      items={text.trim() === "" ? [] : hits}
      inputValue={text}
      onInputChange={type}
      selectedKey={null}
      onSelectionChange={(key) => {
        const hit = hits.find(({ id }) => id === key);
        if (!hit) return;
        type("");
        onPick(hit);
      }}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={text.trim() !== ""}
      menuTrigger="input"
      className="w-full"
    >
      <div className="relative flex items-center" onKeyDownCapture={submitOnEnter}>
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute left-3 size-[1.25em] text-ink-soft"
        />
        <Input
          ref={input}
          placeholder={props.placeholder ?? words.search.placeholder}
          enterKeyHint="search"
          className={classes(controlClass, "pr-12 pl-10", isMain && "min-h-control-main text-lead")}
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
        {/* The list opens by typing; the button is what the component needs for a screen reader. */}
        <Button className="sr-only" excludeFromTabOrder>
          {words.search.label}
        </Button>
      </div>
      <Popover className={classes(popoverClass, "w-(--trigger-width) overflow-auto p-1")}>
        <ListBox
          className="outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-ink-soft">{words.search.none}</p>}
        >
          {(hit: SearchHit) => (
            <ListBoxItem id={hit.id} textValue={hit.title} className={optionClass}>
              <span className="min-w-0">
                {hit.title}
                {hit.note ? (
                  <span className="block text-note text-ink-soft">{hit.note}</span>
                ) : null}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
