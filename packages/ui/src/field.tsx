import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { words } from "./words.ts";

/** What every field takes: its name on screen, help under it, and the sentence when it's wrong. */
export type FieldProps = {
  readonly label: string;
  readonly help?: ReactNode;
  /** A sentence that says what to do; its presence marks the field as wrong. */
  readonly error?: string;
  /** Required is the rule; what isn't required is marked 选填. */
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly name?: string;
  /** One of several that share a legend: its own words stand back. */
  readonly isPart?: boolean;
};

type FieldLabelProps = {
  readonly label: string;
  readonly isRequired: boolean;
  readonly isPart?: boolean;
};

/** Words above a field. */
export function FieldLabel({ label, isRequired, isPart = false }: FieldLabelProps) {
  return (
    <Label
      className={
        isPart ? "block text-note text-ink-soft" : "block text-body font-semibold text-ink"
      }
    >
      {label}
      {isRequired ? null : (
        <span className="ml-2 text-note font-normal text-ink-faint">{words.field.optional}</span>
      )}
    </Label>
  );
}

/** Help between label and box, so that a phone's keyboard doesn't cover it. */
export function FieldHelp({ children }: { children: ReactNode }) {
  return (
    <Text slot="description" className="block text-note text-ink-soft">
      {children}
    </Text>
  );
}

/** The fault and what to do about it, by words and icon and not by colour alone. */
export function FieldFault({ children }: { children: string }) {
  return (
    <FieldError className="flex items-start gap-2 text-note text-refusal">
      <CircleAlert aria-hidden="true" className="mt-[0.25em] size-[1.1em] shrink-0" />
      <span>{children}</span>
    </FieldError>
  );
}

export const fieldClass = "flex w-full max-w-field flex-col gap-1";
