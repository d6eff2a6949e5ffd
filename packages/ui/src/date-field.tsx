import { CalendarDate, parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from "react-aria-components/Calendar";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Input, TextField } from "react-aria-components/TextField";
import { parseDay } from "./date-text.tsx";
import { FieldFault, FieldHelp, FieldLabel, type FieldProps, fieldClass } from "./field.tsx";
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

type PickerProps = {
  readonly label: string;
  readonly day: string | undefined;
  readonly first?: string;
  readonly last?: string;
  readonly onPick: (day: string) => void;
};

function Picker({ label, day, first, last, onPick }: PickerProps) {
  return (
    <DialogTrigger>
      <Button
        aria-label={`${label}：${words.field.openCalendar}`}
        className={classes(fieldButtonClass, "absolute right-0")}
      >
        <CalendarDays aria-hidden="true" size="1.25em" />
      </Button>
      <Popover placement="bottom end" className={popoverClass}>
        <Dialog aria-label={words.field.calendar} className="p-4 outline-none">
          {({ close }) => (
            <Calendar
              aria-label={label}
              value={day ? parseDate(day) : null}
              {...(first ? { minValue: parseDate(first) } : {})}
              {...(last ? { maxValue: parseDate(last) } : {})}
              onChange={(next) => {
                onPick(new CalendarDate(next.year, next.month, next.day).toString());
                close();
              }}
            >
              <CalendarSheet />
            </Calendar>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function CalendarSheet() {
  return (
    <>
      <header className="mb-2 flex items-center justify-between">
        <Button slot="previous" aria-label={words.field.previousMonth} className={fieldButtonClass}>
          <ChevronLeft aria-hidden="true" size="1.25em" />
        </Button>
        <Heading className="text-body font-semibold" />
        <Button slot="next" aria-label={words.field.nextMonth} className={fieldButtonClass}>
          <ChevronRight aria-hidden="true" size="1.25em" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="narrow" className="border-collapse">
        <CalendarGridHeader>
          {(name) => (
            <CalendarHeaderCell className="size-10 text-note font-normal text-ink-soft">
              {name}
            </CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className={classes(
                "flex size-10 cursor-default items-center justify-center rounded-small text-body",
                "data-hovered:bg-accent-wash data-outside-month:hidden",
                "data-selected:bg-accent-fill data-selected:text-on-accent",
                "data-disabled:text-ink-faint data-disabled:line-through",
              )}
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </>
  );
}
