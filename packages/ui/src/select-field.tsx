import { Check, ChevronDown } from "lucide-react";
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from "react-aria-components/Select";
import { FieldFault, FieldHelp, FieldLabel, type FieldProps, fieldClass } from "./field.tsx";
import { classes, controlClass, optionClass, popoverClass } from "./style.ts";
import { words } from "./words.ts";

/** One thing to choose; `note` is a second line that says what it means. */
export type Option = {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  readonly isDisabled?: boolean;
};

export type SelectFieldProps = FieldProps & {
  /** An option's value; empty while nothing is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly options: ReadonlyArray<Option>;
  readonly placeholder?: string;
};

/** One of many; for two to five options `RadioCards` shows more. */
export function SelectField(props: SelectFieldProps) {
  const { label, help, error, isRequired = false, value, onChange, options } = props;
  return (
    <Select
      validationBehavior="aria"
      value={value === "" ? null : value}
      onChange={(key) => onChange(key === null ? "" : String(key))}
      isInvalid={Boolean(error)}
      isRequired={isRequired}
      isDisabled={(props.isDisabled ?? false) || (props.isReadOnly ?? false)}
      placeholder={props.placeholder ?? words.field.choose}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.name ? { name: props.name } : {})}
      className={fieldClass}
    >
      <FieldLabel label={label} isRequired={isRequired} isPart={props.isPart ?? false} />
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <Button
        className={classes(
          controlClass,
          "flex items-center justify-between gap-2 text-start",
          error && "border-refusal bg-refusal-wash",
        )}
      >
        <SelectValue className="truncate data-placeholder:text-ink-faint [&_[slot=description]]:hidden" />
        <ChevronDown aria-hidden="true" className="size-[1.25em] shrink-0 text-ink-soft" />
      </Button>
      {error ? <FieldFault>{error}</FieldFault> : null}
      <Popover className={classes(popoverClass, "w-(--trigger-width) overflow-auto p-1")}>
        <ListBox className="outline-none" renderEmptyState={() => <Empty />}>
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              isDisabled={option.isDisabled ?? false}
              className={optionClass}
            >
              {({ isSelected }) => (
                <>
                  <span className="flex-1">
                    {option.label}
                    {option.note ? (
                      <span
                        slot="description"
                        className="block text-note font-normal text-ink-soft"
                      >
                        {option.note}
                      </span>
                    ) : null}
                  </span>
                  {isSelected ? (
                    <Check aria-hidden="true" className="size-[1.25em] shrink-0" />
                  ) : null}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

function Empty() {
  return <p className="px-3 py-2 text-note text-ink-soft">{words.field.noChoice}</p>;
}
