import type { Field, FieldOption } from "@hall/contracts/fields";
import { isShownFor } from "@hall/domain/shown-fields";
import type { ReactNode } from "react";
import { type Control, useController, useWatch } from "react-hook-form";
import { CheckboxGroupField } from "./checkbox-field.tsx";
import { Consent } from "./consent.tsx";
import { FieldMark } from "./field-mark.tsx";
import {
  DateField,
  MonthRangeField,
  mostCards,
  RegionField,
  SelectField,
} from "./later-fields.tsx";
import { RadioCards } from "./radio-cards.tsx";
import { TextField } from "./text-field.tsx";

/** What a form of typed fields holds, by the fields' names. */
export type FormValues = Record<string, unknown>;

/** A list of rows isn't drawn here: its page gives the table, the upload and the mending. */
export type ListRenderer = (list: {
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly error?: string;
}) => ReactNode;

export type FieldRendererProps = {
  readonly field: Field;
  readonly control: Control<FormValues>;
  /** Options that came with the standing, for a choice without its own. */
  readonly options?: ReadonlyArray<FieldOption>;
  readonly renderList?: ListRenderer;
  readonly isDisabled?: boolean;
};

/** Draws a field by its kind and binds it to the form; hidden while its `when` doesn't hold. */
export function FieldRenderer(props: FieldRendererProps) {
  const other = useWatch({ control: props.control, name: props.field.when?.field ?? "" });
  if (!isShownFor(props.field, other)) return null;
  return (
    <FieldMark name={props.field.name}>
      <Bound {...props} />
    </FieldMark>
  );
}

function Bound(props: FieldRendererProps) {
  const { field, control, renderList, isDisabled = false } = props;
  const { field: bound, fieldState } = useController({ control, name: field.name });
  const error = messageOf(fieldState.error);
  const shared = {
    label: field.label,
    name: field.name,
    isRequired: field.required,
    isDisabled,
    onBlur: bound.onBlur,
    onChange: bound.onChange,
    ...(field.help ? { help: field.help } : {}),
    ...(error ? { error } : {}),
  };
  const text = typeof bound.value === "string" ? bound.value : "";
  switch (field.kind) {
    case "text":
      return (
        <TextField
          {...shared}
          value={text}
          maxLength={field.maxLength}
          isLong={field.maxLength > 100}
          inputMode={field.inputMode ?? "text"}
          ref={bound.ref}
        />
      );
    case "mobile":
      return (
        <TextField
          {...shared}
          value={text}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          ref={bound.ref}
        />
      );
    case "region":
      return <RegionField {...shared} value={text} />;
    case "month-range":
      return <MonthRangeField {...shared} value={rangeOf(bound.value)} />;
    case "day":
      return <DateField {...shared} value={text} />;
    case "choice":
      return <Choice {...props} field={field} shared={shared} value={text} />;
    case "choices":
      return <Choices {...props} field={field} shared={shared} value={stringsOf(bound.value)} />;
    case "consent":
      return <Consent {...shared} value={bound.value === true} text={field.declaration} />;
    case "list":
      return renderList?.({
        field,
        value: bound.value,
        onChange: bound.onChange,
        ...(error ? { error } : {}),
      });
  }
}

type Shared = {
  readonly label: string;
  readonly name: string;
  readonly isRequired: boolean;
  readonly isDisabled: boolean;
  readonly help?: string;
  readonly error?: string;
  readonly onBlur: () => void;
  readonly onChange: (value: unknown) => void;
};

type ChoiceProps<Kind, Value> = FieldRendererProps & {
  readonly field: Extract<Field, { kind: Kind }>;
  readonly shared: Shared;
  readonly value: Value;
};

function Choice({ field, control, options, shared, value }: ChoiceProps<"choice", string>) {
  const offered = useOffered(control, field.options ?? options ?? []);
  if (offered.length > mostCards) {
    return <SelectField {...shared} value={value} options={offered} />;
  }
  return <RadioCards {...shared} value={value} options={offered} />;
}

function Choices({ field, control, options, shared, value }: ChoiceProps<"choices", string[]>) {
  const offered = useOffered(control, field.options ?? options ?? []);
  return <CheckboxGroupField {...shared} value={value} options={offered} />;
}

/** The options that fit what stands in the other fields now. */
function useOffered(control: Control<FormValues>, options: ReadonlyArray<FieldOption>) {
  const names = [...new Set(options.flatMap((option) => (option.when ? [option.when.field] : [])))];
  const values = useWatch({ control, name: names });
  return options.filter(({ when }) => !when || values[names.indexOf(when.field)] === when.is);
}

function rangeOf(value: unknown): { from: string; to: string } {
  const part = (name: "from" | "to") => {
    if (typeof value !== "object" || value === null || !(name in value)) return "";
    const found: unknown = Reflect.get(value, name);
    return typeof found === "string" ? found : "";
  };
  return { from: part("from"), to: part("to") };
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The first sentence in an error of react-hook-form, which may be nested for a range. */
function messageOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("message" in error && typeof error.message === "string" && error.message)
    return error.message;
  for (const [key, inner] of Object.entries(error)) {
    if (key === "ref") continue;
    const message = messageOf(inner);
    if (message) return message;
  }
  return undefined;
}
