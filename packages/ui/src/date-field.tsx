import { CalendarDays } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Input, TextField } from "react-aria-components/TextField";
import type { CalendarSheetProps } from "./calendar-sheet.tsx";
import { parseDay } from "./date-text.tsx";
import { FieldFault, FieldHelp, FieldLabel, type FieldProps, fieldClass } from "./field.tsx";
import { Skeleton } from "./skeleton.tsx";
import { classes, fieldButtonClass, inputClass, popoverClass } from "./style.ts";
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

// The calendar is most of what this field weighs, and most people type.
const CalendarSheet = lazy(async () => ({
  default: (await import("./calendar-sheet.tsx")).CalendarSheet,
}));

function Picker({ onPick, ...props }: PickerProps) {
  return (
    <DialogTrigger>
      <Button
        aria-label={`${props.label}：${words.field.openCalendar}`}
        className={classes(fieldButtonClass, "absolute right-0")}
      >
        <CalendarDays aria-hidden="true" size="1.25em" />
      </Button>
      <Popover placement="bottom end" className={popoverClass}>
        <Dialog aria-label={words.field.calendar} className="min-h-96 min-w-short p-4 outline-none">
          {({ close }) => (
            <Suspense fallback={<Skeleton shape="text" count={6} />}>
              <CalendarSheet
                {...props}
                onPick={(day) => {
                  onPick(day);
                  close();
                }}
              />
            </Suspense>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
