import type { Field } from "@hall/contracts/fields";
import type { FactName } from "@hall/domain/facts";
import { dayFigure, type Figure, text } from "@hall/domain/figures";
import { maskMobile } from "@hall/domain/masks";
import { regionName, regionOf } from "@hall/domain/region-codes";
import type { Situation } from "@hall/domain/service";
import type { ServiceCode } from "@hall/domain/services";
import { isShownFor } from "@hall/domain/shown-fields";
import { Temporal } from "temporal-polyfill";
import { type AnyApplication, contractOf } from "./services.ts";

/**
 * What was filled in, as the form named it: what a reviewer holds against evidence and record. It
 * is read from the case's record, where it lies encrypted; the rows of a list aren't among it.
 */
export function filledIn(
  service: AnyApplication,
  situation: Situation<FactName>,
  input: unknown,
): readonly Figure[] {
  const contract = contractOf(service.code as ServiceCode);
  if (contract.kind !== "application" || typeof input !== "object" || input === null) return [];
  const values = input as Readonly<Record<string, unknown>>;
  const choices = service.choices?.(situation) ?? {};
  return contract.steps
    .flatMap(({ fields }) => fields)
    .filter((field) => isShownFor(field, values[field.when?.field ?? ""]))
    .flatMap((field) => figureOf(field, values[field.name], choices[field.name] ?? []));
}

type Offered = readonly { readonly value: string; readonly label: string }[];

function figureOf(field: Field, value: unknown, offered: Offered): readonly Figure[] {
  if (value === undefined || value === null || value === "") return [];
  const named = (one: unknown) => {
    const options = ("options" in field && field.options) || offered;
    return options.find((option) => option.value === String(one))?.label ?? String(one);
  };
  switch (field.kind) {
    case "consent":
    case "list":
      return [];
    case "choice":
      return [text(field.label, named(value))];
    case "choices":
      return [text(field.label, [value].flat().map(named).join("、"))];
    case "region":
      return [text(field.label, regionName(regionOf(String(value))) ?? String(value))];
    case "mobile":
      return [text(field.label, maskMobile(String(value)))];
    case "day":
      return value instanceof Temporal.PlainDate ? [dayFigure(field.label, value)] : [];
    case "month-range": {
      const { from, to } = value as { from: unknown; to: unknown };
      return [text(field.label, `${String(from)} 至 ${String(to)}`)];
    }
    case "text":
      return [text(field.label, String(value))];
  }
}
