import { CircleAlert } from "lucide-react";
import { useId, useState } from "react";
import { parseMonth } from "./date-text.tsx";
import type { FieldProps } from "./field.tsx";
import { MonthField } from "./month-field.tsx";
import { words } from "./words.ts";

/** Two months, both included, `yyyy-mm`; or as typed while they aren't months yet. */
export type MonthRange = { readonly from: string; readonly to: string };

export type MonthRangeFieldProps = FieldProps & {
  readonly value: MonthRange;
  readonly onChange: (value: MonthRange) => void;
  readonly onBlur?: () => void;
  readonly first?: string;
  readonly last?: string;
};

/** From one month to another, as a group of two fields. */
export function MonthRangeField(props: MonthRangeFieldProps) {
  const { label, help, error, isRequired = false, value, onChange } = props;
  const faultId = useId();
  const [left, setLeft] = useState({ from: false, to: false });
  const isUnreadable = (part: keyof MonthRange) =>
    left[part] && value[part].trim() !== "" && parseMonth(value[part]) === undefined;
  // One sentence for both fields: the same one three times helps nobody.
  const fault = error ?? (isUnreadable("from") || isUnreadable("to") ? words.field.month : null);
  const change = (part: keyof MonthRange) => (month: string) => {
    setLeft({ ...left, [part]: false });
    onChange({ ...value, [part]: month });
  };
  const leave = (part: keyof MonthRange) => () => {
    setLeft({ ...left, [part]: true });
    props.onBlur?.();
  };
  const shared = {
    faultId,
    isRequired: true,
    isPart: true,
    isDisabled: props.isDisabled ?? false,
    isReadOnly: props.isReadOnly ?? false,
    ...(props.first ? { first: props.first } : {}),
    ...(props.last ? { last: props.last } : {}),
  };
  return (
    <fieldset className="flex w-full max-w-field flex-col gap-1">
      <legend className="mb-1 text-body font-semibold">
        {label}
        {isRequired ? null : (
          <span className="ml-2 text-note font-normal text-ink-faint">{words.field.optional}</span>
        )}
      </legend>
      {help ? <p className="text-note text-ink-soft">{help}</p> : null}
      <div className="grid gap-2 xs:grid-cols-2">
        <MonthField
          {...shared}
          label={words.field.from}
          value={value.from}
          onChange={change("from")}
          onBlur={leave("from")}
        />
        <MonthField
          {...shared}
          label={words.field.to}
          value={value.to}
          onChange={change("to")}
          onBlur={leave("to")}
        />
      </div>
      {fault ? (
        <p id={faultId} role="alert" className="flex items-start gap-2 text-note text-refusal">
          <CircleAlert aria-hidden="true" className="mt-[0.25em] size-[1.1em] shrink-0" />
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}
