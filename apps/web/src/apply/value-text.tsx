import type { Field, FieldOption } from "@hall/contracts/fields";
import { DateText } from "@hall/ui/date-text";
import { regionName } from "@hall/ui/regions";
import type { ReactNode } from "react";
import { words } from "./words.ts";

/** What was filled in, in words, for the look before submitting. */
export function valueText(
  field: Field,
  value: unknown,
  options: readonly FieldOption[] = [],
): ReactNode {
  const offered = "options" in field && field.options ? field.options : options;
  const named = (one: unknown) =>
    offered.find((option) => option.value === one)?.label ?? String(one);
  if (field.kind === "consent") return value === true ? words.value.yes : words.value.no;
  if (value === undefined || value === null || value === "") return words.review.nothing;
  switch (field.kind) {
    case "choice":
      return named(value);
    case "choices":
      return Array.isArray(value) ? value.map(named).join("、") : words.review.nothing;
    case "region":
      return regionName(String(value));
    case "day":
      return <DateText value={String(value)} />;
    case "month-range":
      return rangeText(value);
    default:
      return String(value);
  }
}

function rangeText(value: unknown): ReactNode {
  if (typeof value !== "object" || value === null) return words.review.nothing;
  const from: unknown = Reflect.get(value, "from");
  const to: unknown = Reflect.get(value, "to");
  return (
    <>
      <DateText value={String(from)} /> {words.value.to} <DateText value={String(to)} />
    </>
  );
}
