import { CircleAlert } from "lucide-react";
import type { FieldProps } from "./field.tsx";
import { pathTo, places } from "./regions.ts";
import { SelectField } from "./select-field.tsx";
import { words } from "./words.ts";

export type RegionFieldProps = FieldProps & {
  /** Six digits of GB/T 2260, 320571 for the park; empty while nothing is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
};

/** A place, from the province down; only as deep as the rules have to know. */
export function RegionField(props: RegionFieldProps) {
  const { label, help, error, isRequired = false, value, onChange } = props;
  const path = pathTo(value);
  const levels = [places, path[0]?.within, path[1]?.within].filter((level) => level !== undefined);
  const names = [words.field.province, words.field.city, words.field.district];
  return (
    <fieldset className="flex w-full max-w-field flex-col gap-1">
      <legend className="mb-1 text-body font-semibold">
        {label}
        {isRequired ? null : (
          <span className="ml-2 text-note font-normal text-ink-faint">{words.field.optional}</span>
        )}
      </legend>
      {help ? <p className="text-note text-ink-soft">{help}</p> : null}
      <div className="flex flex-col gap-2">
        {levels.map((level, depth) => (
          <SelectField
            key={names[depth]}
            label={names[depth] ?? ""}
            isRequired
            isPart
            isDisabled={props.isDisabled ?? false}
            isReadOnly={props.isReadOnly ?? false}
            value={path[depth]?.value ?? ""}
            onChange={onChange}
            {...(props.onBlur ? { onBlur: props.onBlur } : {})}
            options={level}
          />
        ))}
      </div>
      {error ? (
        <p role="alert" className="flex items-start gap-2 text-note text-refusal">
          <CircleAlert aria-hidden="true" className="mt-[0.25em] size-[1.1em] shrink-0" />
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
