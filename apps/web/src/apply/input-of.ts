import type { Field, FormStep } from "@hall/contracts/fields";
import { isShownFor } from "@hall/domain/shown-fields";
import { words } from "./words.ts";

/** What stands in a form, by the fields' names. */
export type Values = Readonly<Record<string, unknown>>;

/** The fields that are on show for these values. */
export function shownFields(steps: readonly FormStep[], values: Values): readonly Field[] {
  return steps
    .flatMap(({ fields }) => fields)
    .filter((field) => isShownFor(field, values[field.when?.field ?? ""]));
}

/**
 * What is sent: the fields on show, without those left empty. Where a list is filed the input is
 * its batch alone; what else is chosen went with the list when it was uploaded.
 */
export function inputOf(steps: readonly FormStep[], values: Values): Record<string, unknown> {
  const shown = shownFields(steps, values);
  const list = shown.find(({ kind }) => kind === "list");
  const sent = list ? [list] : shown;
  return Object.fromEntries(
    sent.flatMap((field) => {
      const value = trimmed(values[field.name]);
      return isEmpty(value) ? [] : [[field.name, value]];
    }),
  );
}

/** Fields as they stand between upload and filing of a list: what was chosen for the whole list. */
export function listOptionsOf(steps: readonly FormStep[], values: Values): Record<string, unknown> {
  return Object.fromEntries(
    shownFields(steps, values)
      .filter(({ kind }) => kind !== "list")
      .map(({ name }) => [name, values[name]]),
  );
}

/**
 * What the form starts with. A choice is known by the text of its value: a number that the centre
 * suggests, such as a year, is the option of that text.
 */
export function startOf(steps: readonly FormStep[], suggested: Values): Record<string, unknown> {
  const choices = new Set(
    steps.flatMap(({ fields }) =>
      fields.filter(({ kind }) => kind === "choice").map((f) => f.name),
    ),
  );
  return Object.fromEntries(
    Object.entries(suggested).map(([name, value]) => [
      name,
      choices.has(name) && typeof value === "number" ? String(value) : value,
    ]),
  );
}

/** What is wrong with a field as far as the browser can tell; the server checks again. */
export function faultOf(field: Field, value: unknown): string | undefined {
  if (field.kind === "consent") return value === true ? undefined : words.fault.consent;
  if (field.kind === "month-range") return faultOfRange(field, value);
  if (isEmpty(trimmed(value))) return field.required ? faultOfEmpty(field) : undefined;
  const text = typeof value === "string" ? value.trim() : "";
  switch (field.kind) {
    case "text":
      return text.length > field.maxLength
        ? words.fault.long(field.label, field.maxLength)
        : undefined;
    case "mobile":
      return /^1[3-9]\d{9}$/.test(text.replace(/[\s-]/g, "")) ? undefined : words.fault.mobile;
    case "day":
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : words.fault.day;
    default:
      return undefined;
  }
}

function faultOfEmpty(field: Field): string {
  if (field.kind === "list") return words.fault.list;
  const isTyped = field.kind === "text" || field.kind === "mobile" || field.kind === "day";
  return isTyped ? words.fault.required(field.label) : words.fault.choose(field.label);
}

function faultOfRange(field: Field, value: unknown): string | undefined {
  const from = monthOf(value, "from");
  const to = monthOf(value, "to");
  if (!from && !to && !field.required) return undefined;
  const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  if (!isMonth(from) || !isMonth(to)) return words.fault.range;
  return from > to ? words.fault.rangeOrder : undefined;
}

function monthOf(value: unknown, part: "from" | "to"): string {
  if (typeof value !== "object" || value === null) return "";
  const found: unknown = Reflect.get(value, part);
  return typeof found === "string" ? found : "";
}

/** Whether all that is on show could be sent. */
export function isComplete(steps: readonly FormStep[], values: Values): boolean {
  return shownFields(steps, values).every((field) => !faultOf(field, values[field.name]));
}

function trimmed(value: unknown): unknown {
  return typeof value === "string" ? value.trim() : value;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return Array.isArray(value) && value.length === 0;
}
