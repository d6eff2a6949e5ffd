import { Minus, Plus } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import { NumberField as AriaNumberField, Input } from "react-aria-components/NumberField";
import { FieldFault, FieldHelp, FieldLabel, type FieldProps, fieldClass } from "./field.tsx";
import { classes, fieldButtonClass, inputClass } from "./style.ts";
import { words } from "./words.ts";

export type NumberFieldProps = FieldProps & {
  /** `null` while nothing is there. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly onBlur?: () => void;
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
  /** Shown after the number, such as 个月. */
  readonly unit?: string;
};

/** A count with buttons for less and more; for sums of money see `MoneyField`. */
export function NumberField(props: NumberFieldProps) {
  const { label, help, error, isRequired = false, value, onChange } = props;
  return (
    <AriaNumberField
      validationBehavior="aria"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isInvalid={Boolean(error)}
      isRequired={isRequired}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      step={props.step ?? 1}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.name ? { name: props.name } : {})}
      {...(props.least === undefined ? {} : { minValue: props.least })}
      {...(props.most === undefined ? {} : { maxValue: props.most })}
      className={fieldClass}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <Group className="flex items-center gap-1">
        <span className="relative w-full max-w-short">
          <Input className={classes(inputClass, "text-end", props.unit && "pr-[3.5em]")} />
          {props.unit ? (
            <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-ink-soft">
              {props.unit}
            </span>
          ) : null}
        </span>
        <Button slot="decrement" aria-label={words.field.decrease} className={fieldButtonClass}>
          <Minus aria-hidden="true" size="1.25em" />
        </Button>
        <Button slot="increment" aria-label={words.field.increase} className={fieldButtonClass}>
          <Plus aria-hidden="true" size="1.25em" />
        </Button>
      </Group>
      {error ? <FieldFault>{error}</FieldFault> : null}
    </AriaNumberField>
  );
}
