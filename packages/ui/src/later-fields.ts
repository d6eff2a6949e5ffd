import type { Field } from "@hall/contracts/fields";
import { lazy } from "react";

// Fields that open something over the page weigh more than all others together; most forms have
// none of them.
const later = {
  day: async () => ({ default: (await import("./date-field.tsx")).DateField }),
  "month-range": async () => ({
    default: (await import("./month-range-field.tsx")).MonthRangeField,
  }),
  region: async () => ({ default: (await import("./region-field.tsx")).RegionField }),
  select: async () => ({ default: (await import("./select-field.tsx")).SelectField }),
};

export const DateField = lazy(later.day);
export const MonthRangeField = lazy(later["month-range"]);
export const RegionField = lazy(later.region);
export const SelectField = lazy(later.select);

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
  const kinds = fields.map((field) =>
    field.kind === "choice" && (field.options ?? options[field.name] ?? []).length > mostCards
      ? "select"
      : field.kind,
  );
  for (const kind of new Set(kinds)) {
    if (isLater(kind)) later[kind]().catch(() => undefined);
  }
}

function isLater(kind: string): kind is keyof typeof later {
  return Object.hasOwn(later, kind);
}
