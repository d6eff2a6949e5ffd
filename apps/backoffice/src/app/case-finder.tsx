import { announce } from "@hall/ui/announce";
import { Button } from "@hall/ui/button";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { words } from "./words.ts";

/** Opens a case by its number, from any page; `/` goes here. */
export function CaseFinder() {
  const [number, setNumber] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const box = useRef<HTMLElement | null>(null);
  const navigate = useNavigate();
  useShortcuts([{ keys: ["/"], words: words.search.key, run: () => box.current?.focus() }]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const plain = number.replaceAll(/\s/g, "");
    if (!/^\d{9,24}$/.test(plain)) {
      setFault(words.search.wrong);
      announce(words.search.wrong);
      return;
    }
    setNumber("");
    navigate(`/queue/${plain}`);
  };
  return (
    // On a phone a line of its own: a number has seventeen digits.
    <search className="min-w-0 flex-1 max-sm:order-last max-sm:basis-full lg:max-w-drawer">
      <form onSubmit={submit} noValidate className="flex items-start gap-2">
        <FinderField
          value={number}
          fault={fault}
          onChange={(text) => {
            setNumber(text);
            setFault(null);
          }}
          onRef={(element) => {
            box.current = element;
          }}
        />
        <Button type="submit" size="small">
          {words.search.open}
        </Button>
      </form>
    </search>
  );
}

type FinderFieldProps = {
  readonly value: string;
  readonly fault: string | null;
  readonly onChange: (text: string) => void;
  readonly onRef: (element: HTMLElement | null) => void;
};

/** Its name is only read aloud: the bar has room for one line. */
function FinderField({ value, fault, onChange, onRef }: FinderFieldProps) {
  return (
    <div className="min-w-0 flex-1 [&_label]:sr-only">
      <TextField
        label={words.search.label}
        placeholder={words.search.label}
        inputMode="numeric"
        isRequired
        ref={onRef}
        value={value}
        onChange={onChange}
        {...(fault ? { error: fault } : {})}
      />
    </div>
  );
}
