import type { Field, FormStep } from "@hall/contracts/fields";
import type { FormValues } from "@hall/ui/field-renderer";
import { type RefObject, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { faultOfBatch } from "../lists/ready.ts";
import { faultOf, shownFields } from "./input-of.ts";

export interface FieldFault {
  /** A JSON pointer into the input, such as `/tierCode`. */
  readonly path: string;
  readonly message: string;
}

export interface StepsState {
  readonly at: number;
  /** The start of the step's page; takes the focus when the step changes. */
  readonly top: RefObject<HTMLDivElement | null>;
  readonly goTo: (index: number) => void;
  /** On to the next step, if nothing on this one is at fault. */
  readonly next: () => void;
  /** Goes to the step of the first faulty field and says there what is wrong. */
  readonly showFaults: (faults: readonly FieldFault[]) => void;
}

/** The way through the steps of a form. */
export function useSteps(
  service: string,
  steps: readonly FormStep[],
  form: UseFormReturn<FormValues>,
): StepsState {
  const [at, setAt] = useState(0);
  const top = useRef<HTMLDivElement>(null);
  const goTo = (index: number) => {
    setAt(index);
    window.requestAnimationFrame(() => {
      top.current?.scrollIntoView({ block: "start" });
      top.current?.focus({ preventScroll: true });
    });
  };
  const faultNow = (field: Field) => {
    const value = form.getValues(field.name);
    const fault = faultOf(field, value);
    return field.kind === "list" && !fault ? faultOfBatch(service, String(value)) : fault;
  };
  const next = () => {
    const step = steps[at];
    const fields = step ? shownFields([step], form.getValues()) : [];
    const faulty = fields.flatMap((field) => {
      const message = faultNow(field);
      return message ? [{ name: field.name, message }] : [];
    });
    for (const { name } of fields) form.clearErrors(name);
    for (const { name, message } of faulty) form.setError(name, { message });
    if (faulty.length === 0) goTo(at + 1);
    else focusFault();
  };
  const showFaults = (faults: readonly FieldFault[]) => {
    const named = faults.map(({ path, message }) => ({ name: fieldOfPath(path), message }));
    const index = steps.findIndex(({ fields }) =>
      fields.some((field) => named.some(({ name }) => name === field.name)),
    );
    if (index < 0) return;
    goTo(index);
    for (const { name, message } of named) form.setError(name, { message });
    focusFault();
  };
  return { at, top, goTo, next, showFaults };
}

/** `/input/tierCode` and `/tierCode` both mean the field `tierCode`. */
function fieldOfPath(path: string): string {
  return path.replace(/^\/input/, "").split("/")[1] ?? "";
}

function focusFault(): void {
  window.setTimeout(() => {
    const field = document.querySelector<HTMLElement>(
      '#main [aria-invalid="true"], #main [data-invalid] input, #main [role="alert"]',
    );
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  }, 50);
}
