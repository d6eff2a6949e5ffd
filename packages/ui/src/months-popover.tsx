import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import type { FloatingProps } from "./picked-field.tsx";
import { PickerPopover } from "./picker-popover.tsx";
import { classes, fieldButtonClass } from "./style.ts";
import { words } from "./words.ts";

/** The months of `MonthField`, over the page: opened anew they begin with the year in the box. */
export const MonthsPopover = ({ triggerRef, isOpen, onOpenChange, ...months }: FloatingProps) => (
  <PickerPopover
    title={words.field.months}
    triggerRef={triggerRef}
    isOpen={isOpen}
    onOpenChange={onOpenChange}
  >
    <Months {...months} />
  </PickerPopover>
);

type MonthsProps = Pick<FloatingProps, "value" | "first" | "last" | "onPick">;

function Months({ value, first = "1900-01", last = "2199-12", onPick }: MonthsProps) {
  const [year, setYear] = useState(() => Number((value ?? startMonth(first, last)).slice(0, 4)));
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
              aria-current={iso === value ? "date" : "false"}
              isDisabled={iso < first || iso > last}
              onPress={() => onPick(iso)}
              className={classes(
                "min-h-control rounded-small text-body data-disabled:text-ink-faint",
                "data-disabled:line-through data-hovered:bg-accent-wash",
                iso === value && "bg-accent-fill text-on-accent data-hovered:bg-accent-fill-strong",
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

const SHANGHAI_MS = 8 * 3_600_000;

/** Where the table opens without a value: now, pressed into what is allowed. */
function startMonth(first: string, last: string): string {
  const now = new Date(Date.now() + SHANGHAI_MS).toISOString().slice(0, 7);
  if (now < first) return first;
  return now > last ? last : now;
}
