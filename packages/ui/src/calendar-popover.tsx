import type { RefObject } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { CalendarSheet, type CalendarSheetProps } from "./calendar-sheet.tsx";
import { popoverClass } from "./style.ts";
import { words } from "./words.ts";

type CalendarPopoverProps = CalendarSheetProps & {
  /** The button beside which it floats. */
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

/** The calendar of `DateField`, over the page. */
export function CalendarPopover({
  triggerRef,
  isOpen,
  onOpenChange,
  ...sheet
}: CalendarPopoverProps) {
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement="bottom end"
      className={popoverClass}
    >
      <Dialog aria-label={words.field.calendar} className="min-h-96 min-w-short p-4 outline-none">
        <CalendarSheet {...sheet} />
      </Dialog>
    </Popover>
  );
}
