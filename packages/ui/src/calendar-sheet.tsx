import { CalendarDate, parseDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
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
import type { FloatingProps } from "./picked-field.tsx";
import { classes, fieldButtonClass } from "./style.ts";
import { words } from "./words.ts";

type CalendarSheetProps = Pick<FloatingProps, "label" | "value" | "first" | "last" | "onPick">;

/** A month's days to pick from, within `DateField`. */
export function CalendarSheet({ label, value, first, last, onPick }: CalendarSheetProps) {
  return (
    <Calendar
      autoFocus
      aria-label={label}
      value={value ? parseDate(value) : null}
      {...(first ? { minValue: parseDate(first) } : {})}
      {...(last ? { maxValue: parseDate(last) } : {})}
      onChange={(next) => onPick(new CalendarDate(next.year, next.month, next.day).toString())}
    >
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
    </Calendar>
  );
}
