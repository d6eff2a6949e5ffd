import { Check, CircleAlert, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Checkbox } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { FieldFault, FieldHelp, FieldLabel, type FieldProps } from "./field.tsx";
import { withUnits } from "./money.tsx";
import type { Option } from "./select-field.tsx";
import { classes } from "./style.ts";

type TickProps = {
  readonly children: ReactNode;
  readonly value?: string;
  readonly isSelected?: boolean;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly isRequired?: boolean;
  readonly isInvalid?: boolean;
  readonly name?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-label"?: string;
  readonly onChange?: (isSelected: boolean) => void;
  readonly onBlur?: () => void;
};

/** The box to tick with its words; the whole line is the target. */
export function Tick({ children, ...rest }: TickProps) {
  return (
    <Checkbox
      {...rest}
      validationBehavior="aria"
      className={classes(
        "flex min-h-target cursor-default items-start gap-3 rounded-small py-2 text-body",
        "data-disabled:text-ink-faint data-focus-visible:outline-3",
        "data-focus-visible:outline-offset-2 data-focus-visible:outline-accent",
      )}
    >
      {({ isSelected, isIndeterminate, isInvalid }) => (
        <>
          <span
            aria-hidden="true"
            className={classes(
              "mt-[0.2em] flex size-mark shrink-0 items-center justify-center rounded-small border-2",
              isSelected || isIndeterminate
                ? "border-accent-fill bg-accent-fill text-on-accent"
                : isInvalid
                  ? "border-refusal bg-paper"
                  : "border-line-strong bg-paper",
            )}
          >
            {isIndeterminate ? <Minus className="size-full" /> : null}
            {isSelected && !isIndeterminate ? (
              <Check className="size-full" strokeWidth={3} />
            ) : null}
          </span>
          {children ? <span className="min-w-0 flex-1">{children}</span> : null}
        </>
      )}
    </Checkbox>
  );
}

export type CheckboxFieldProps = Omit<FieldProps, "help"> & {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly onBlur?: () => void;
  readonly help?: ReactNode;
};

/** One statement that is so or isn't. */
export function CheckboxField(props: CheckboxFieldProps) {
  const id = useId();
  const { label, help, error, value, onChange } = props;
  const describedBy = [help ? `${id}-help` : "", error ? `${id}-fault` : ""].join(" ").trim();
  return (
    <div className="flex w-full max-w-field flex-col">
      <Tick
        isSelected={value}
        onChange={onChange}
        isRequired={props.isRequired ?? false}
        isDisabled={props.isDisabled ?? false}
        isReadOnly={props.isReadOnly ?? false}
        isInvalid={Boolean(error)}
        {...(props.onBlur ? { onBlur: props.onBlur } : {})}
        {...(props.name ? { name: props.name } : {})}
        {...(describedBy ? { "aria-describedby": describedBy } : {})}
      >
        {label}
      </Tick>
      {help ? (
        <p id={`${id}-help`} className="pl-[calc(var(--mark)+0.75rem)] text-note text-ink-soft">
          {help}
        </p>
      ) : null}
      {error ? (
        <p
          id={`${id}-fault`}
          className="flex items-start gap-2 pl-[calc(var(--mark)+0.75rem)] text-note text-refusal"
        >
          <CircleAlert aria-hidden="true" className="mt-[0.25em] size-[1.1em] shrink-0" />
          {error}
        </p>
      ) : null}
    </div>
  );
}

export type CheckboxGroupFieldProps = FieldProps & {
  readonly value: ReadonlyArray<string>;
  readonly onChange: (value: string[]) => void;
  readonly onBlur?: () => void;
  readonly options: ReadonlyArray<Option>;
};

/** Any number of a few. */
export function CheckboxGroupField(props: CheckboxGroupFieldProps) {
  const { label, help, error, isRequired = false, value, onChange, options } = props;
  return (
    <CheckboxGroup
      validationBehavior="aria"
      value={[...value]}
      onChange={onChange}
      isInvalid={Boolean(error)}
      isRequired={isRequired}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.name ? { name: props.name } : {})}
      className="flex w-full max-w-field flex-col gap-1"
    >
      <FieldLabel label={label} isRequired={isRequired} />
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <div className="flex flex-col">
        {options.map((option) => (
          <Tick key={option.value} value={option.value} isDisabled={option.isDisabled ?? false}>
            {option.label}
            {option.note ? (
              <span className="block text-note text-ink-soft">{withUnits(option.note)}</span>
            ) : null}
          </Tick>
        ))}
      </div>
      {error ? <FieldFault>{error}</FieldFault> : null}
    </CheckboxGroup>
  );
}
