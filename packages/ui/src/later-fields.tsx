import type { Field } from "@hall/contracts/fields";
import { later } from "./later.tsx";
import { Skeleton } from "./skeleton.tsx";

// Fields that open something over the page weigh more than all others together; most forms have
// none of them.
const waiting = () => <Skeleton shape="text" count={2} />;

export const DateField = later(async () => (await import("./date-field.tsx")).DateField, {
  waiting,
});
export const MonthRangeField = later(
  async () => (await import("./month-range-field.tsx")).MonthRangeField,
  { waiting },
);
export const RegionField = later(async () => (await import("./region-field.tsx")).RegionField, {
  waiting,
});
export const SelectField = later(async () => (await import("./select-field.tsx")).SelectField, {
  waiting,
});

/** Up to so many options are shown as cards, more as a list to open. */
export const mostCards = 8;

/**
 * Brings the code of a form's fields before they are shown, so that a form that was begun can be
 * filled in to its end without a network. What fails is tried again when the field is drawn.
 */
export function fetchFields(
  fields: readonly Field[],
  options: Readonly<Record<string, readonly unknown[]>>,
): void {
  for (const field of fields) void laterField(field, options)?.fetch();
}

function laterField(field: Field, options: Readonly<Record<string, readonly unknown[]>>) {
  switch (field.kind) {
    case "day":
      return DateField;
    case "month-range":
      return MonthRangeField;
    case "region":
      return RegionField;
    case "choice": {
      const offered = field.options ?? options[field.name] ?? [];
      return offered.length > mostCards ? SelectField : undefined;
    }
    default:
      return undefined;
  }
}
