import { CalendarDays } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Input, TextField } from "react-aria-components/TextField";
import type { CalendarSheetProps } from "./calendar-sheet.tsx";
import { parseDay } from "./date-text.tsx";
import { FieldFault, FieldHelp, FieldLabel, type FieldProps, fieldClass } from "./field.tsx";
import { classes, fieldButtonClass, inputClass } from "./style.ts";
import { words } from "./words.ts";

export type DateFieldProps = FieldProps & {
  /** `yyyy-mm-dd`, or the text as typed while it isn't a day yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** First and last day that the calendar offers, `yyyy-mm-dd`. */
  readonly first?: string;
  readonly last?: string;
  readonly autoComplete?: string;
};

/**
 * A day, typed in any usual way or picked. Typing is a plain box and not segments: it takes a
 * pasted date, and a birthday of 1957 needs no fifty presses.
 */
export function DateField(props: DateFieldProps) {
  const { label, help, error, isRequired = false, value, onChange, onBlur } = props;
  const [isLeft, setLeft] = useState(false);
  const day = parseDay(value);
  const isUnreadable = isLeft && value.trim() !== "" && day === undefined;
  const fault = error ?? (isUnreadable ? words.field.date : undefined);
  return (
    <TextField
      validationBehavior="aria"
      value={value}
      onChange={(text) => {
        setLeft(false);
        onChange(text);
      }}
      onBlur={() => {
        setLeft(true);
        if (day && day !== value) onChange(day);
        onBlur?.();
      }}
      isInvalid={Boolean(fault)}
      isRequired={isRequired}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      {...(props.name ? { name: props.name } : {})}
      {...(props.autoComplete ? { autoComplete: props.autoComplete } : {})}
      className={fieldClass}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <span className="relative flex max-w-short items-center">
        <Input placeholder={words.field.dateHint} className={classes(inputClass, "pr-14")} />
        {props.isDisabled || props.isReadOnly ? null : (
          <Picker {...props} day={day} onPick={onChange} />
        )}
      </span>
      {fault ? <FieldFault>{fault}</FieldFault> : null}
    </TextField>
  );
}

type PickerProps = CalendarSheetProps & { readonly label: string };

// The calendar and what floats it is most of what this field weighs, and most people type.
const CalendarPopover = lazy(async () => ({
  default: (await import("./calendar-popover.tsx")).CalendarPopover,
}));

function Picker({ onPick, ...props }: PickerProps) {
  const [isOpen, setOpen] = useState(false);
  // Stays once it was wanted: what floats gives the focus back when it closes.
  const [isWanted, setWanted] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={trigger}
        aria-label={`${props.label}：${words.field.openCalendar}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        className={classes(fieldButtonClass, "absolute right-0")}
        onPress={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        <CalendarDays aria-hidden="true" size="1.25em" />
      </Button>
      {isWanted ? (
        <Suspense fallback={null}>
          <CalendarPopover
            {...props}
            triggerRef={trigger}
            isOpen={isOpen}
            onOpenChange={setOpen}
            onPick={(day) => {
              onPick(day);
              setOpen(false);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
