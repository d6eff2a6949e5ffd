import { CalendarRange } from "lucide-react";
import { parseMonth } from "./date-text.tsx";
import { PickedField, type PickedFieldProps, type PickedKind } from "./picked-field.tsx";
import { words } from "./words.ts";

const month: PickedKind = {
  read: parseMonth,
  unreadable: words.field.month,
  hint: words.field.monthHint,
  open: words.field.openMonths,
  Icon: CalendarRange,
  load: async () => (await import("./months-popover.tsx")).MonthsPopover,
};

export type MonthFieldProps = PickedFieldProps;

/** A month, `yyyy-mm`, typed or picked from a table of twelve. */
export const MonthField = (props: MonthFieldProps) => <PickedField {...props} kind={month} />;
