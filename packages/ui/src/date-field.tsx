import { CalendarDays } from "lucide-react";
import { parseDay } from "./date-text.tsx";
import { PickedField, type PickedFieldProps, type PickedKind } from "./picked-field.tsx";
import { words } from "./words.ts";

const day: PickedKind = {
  read: parseDay,
  unreadable: words.field.date,
  hint: words.field.dateHint,
  open: words.field.openCalendar,
  Icon: CalendarDays,
  load: async () => (await import("./calendar-popover.tsx")).CalendarPopover,
};

export type DateFieldProps = PickedFieldProps;

/** A day, `yyyy-mm-dd`. */
export const DateField = (props: DateFieldProps) => <PickedField {...props} kind={day} />;
