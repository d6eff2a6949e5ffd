import { CalendarRange, ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Input, TextField } from "react-aria-components/TextField";
import { parseMonth } from "./date-text.tsx";
import { FieldFault, FieldHelp, FieldLabel, type FieldProps, fieldClass } from "./field.tsx";
import { classes, fieldButtonClass, inputClass, popoverClass } from "./style.ts";
import { words } from "./words.ts";

export type MonthFieldProps = FieldProps & {
  /** `yyyy-mm`, or the text as typed while it isn't a month yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** First and last month offered, `yyyy-mm`. */
  readonly first?: string;
  readonly last?: string;
  /** Id of the words that say for several fields at once what is wrong with this one. */
  readonly faultId?: string;
};

/** A month, typed or picked from a table of twelve. */
export function MonthField(props: MonthFieldProps) {
  const { label, help, error, isRequired = false, value, onChange, onBlur } = props;
  const [isLeft, setLeft] = useState(false);
  const month = parseMonth(value);
  const isUnreadable = isLeft && value.trim() !== "" && month === undefined;
  const fault = error ?? (isUnreadable ? words.field.month : undefined);
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
        if (month && month !== value) onChange(month);
        onBlur?.();
      }}
      isInvalid={Boolean(fault)}
      {...(fault && props.faultId ? { "aria-describedby": props.faultId } : {})}
      isRequired={isRequired}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      {...(props.name ? { name: props.name } : {})}
      className={fieldClass}
    >
      <FieldLabel label={label} isRequired={isRequired} isPart={props.isPart ?? false} />
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <span className="relative flex max-w-short items-center">
        <Input placeholder={words.field.monthHint} className={classes(inputClass, "pr-14")} />
        {props.isDisabled || props.isReadOnly ? null : (
          <DialogTrigger>
            <Button
              aria-label={`${label}：${words.field.openMonths}`}
              className={classes(fieldButtonClass, "absolute right-0")}
            >
              <CalendarRange aria-hidden="true" size="1.25em" />
            </Button>
            <Popover placement="bottom end" className={popoverClass}>
              <Dialog aria-label={words.field.months} className="p-4 outline-none">
                {({ close }) => (
                  <Months
                    month={month}
                    first={props.first}
                    last={props.last}
                    onPick={(next) => {
                      onChange(next);
                      close();
                    }}
                  />
                )}
              </Dialog>
            </Popover>
          </DialogTrigger>
        )}
      </span>
      {fault && !props.faultId ? <FieldFault>{fault}</FieldFault> : null}
    </TextField>
  );
}

type MonthsProps = {
  readonly month: string | undefined;
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly onPick: (month: string) => void;
};

function Months({ month, first = "1900-01", last = "2199-12", onPick }: MonthsProps) {
  const [year, setYear] = useState(() => Number((month ?? startMonth(first, last)).slice(0, 4)));
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return (
    <div className="w-short">
      <header className="mb-2 flex items-center justify-between">
        <Button
          aria-label={words.field.previousYear}
          onPress={() => setYear(year - 1)}
          isDisabled={year <= Number(first.slice(0, 4))}
          className={fieldButtonClass}
        >
          <ChevronLeft aria-hidden="true" size="1.25em" />
        </Button>
        <span aria-live="polite" className="text-body font-semibold">
          {words.field.year(year)}
        </span>
        <Button
          aria-label={words.field.nextYear}
          onPress={() => setYear(year + 1)}
          isDisabled={year >= Number(last.slice(0, 4))}
          className={fieldButtonClass}
        >
          <ChevronRight aria-hidden="true" size="1.25em" />
        </Button>
      </header>
      <div className="grid grid-cols-3 gap-1">
        {months.map((number) => {
          const iso = `${year}-${String(number).padStart(2, "0")}`;
          return (
            <Button
              key={iso}
              aria-label={words.field.yearMonth(year, number)}
              aria-current={iso === month ? "date" : "false"}
              isDisabled={iso < first || iso > last}
              onPress={() => onPick(iso)}
              className={classes(
                "min-h-control rounded-small text-body data-disabled:text-ink-faint",
                "data-disabled:line-through data-hovered:bg-accent-wash",
                iso === month && "bg-accent-fill text-on-accent data-hovered:bg-accent-fill-strong",
              )}
            >
              {words.field.month1(number)}
            </Button>
          );
        })}
      </div>
    </div>
  );
}

/** Where the table opens without a value: now, pressed into what is allowed. */
function startMonth(first: string, last: string): string {
  const now = new Date().toISOString().slice(0, 7);
  if (now < first) return first;
  return now > last ? last : now;
}
