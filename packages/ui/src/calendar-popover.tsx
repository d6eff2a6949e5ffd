import { CalendarSheet } from "./calendar-sheet.tsx";
import type { FloatingProps } from "./picked-field.tsx";
import { PickerPopover } from "./picker-popover.tsx";
import { words } from "./words.ts";

/** The calendar of `DateField`, over the page. */
export const CalendarPopover = ({ triggerRef, isOpen, onOpenChange, ...sheet }: FloatingProps) => (
  <PickerPopover
    title={words.field.calendar}
    triggerRef={triggerRef}
    isOpen={isOpen}
    onOpenChange={onOpenChange}
  >
    <div className="min-h-88">
      <CalendarSheet {...sheet} />
    </div>
  </PickerPopover>
);
