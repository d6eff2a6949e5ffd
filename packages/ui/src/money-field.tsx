import { useState } from "react";
import type { FieldProps } from "./field.tsx";
import { parseYuan, yuanText } from "./money.tsx";
import { TextField } from "./text-field.tsx";
import { words } from "./words.ts";

/** Whole fen once it can be read as a sum; until then the text as typed, so that nothing is lost. */
export type MoneyInput = number | string;

export type MoneyFieldProps = FieldProps & {
  readonly value: MoneyInput | null;
  readonly onChange: (value: MoneyInput) => void;
  readonly onBlur?: () => void;
};

/** One types yuan, the form gets fen. Leaving the field puts the separators in. */
export function MoneyField({ value, onChange, onBlur, error, ...rest }: MoneyFieldProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [isLeft, setLeft] = useState(false);
  const shown = typed ?? (typeof value === "number" ? yuanText(value) : (value ?? ""));
  const isUnreadable = isLeft && typeof value === "string" && value.trim() !== "";
  const fault = error ?? (isUnreadable ? words.field.money : undefined);
  return (
    <TextField
      {...rest}
      {...(fault ? { error: fault } : {})}
      value={shown}
      inputMode="decimal"
      look="amount"
      suffix={words.field.yuan}
      onChange={(text) => {
        setTyped(text);
        setLeft(false);
        onChange(parseYuan(text) ?? text);
      }}
      onBlur={() => {
        setTyped(undefined);
        setLeft(true);
        onBlur?.();
      }}
    />
  );
}
