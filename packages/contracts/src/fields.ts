/**
 * The fields of a service's form, as data. One page renders any service from them; a kind that is
 * missing is added here and in `@hall/ui/field-renderer`, never drawn by hand for one service.
 */
export type Field = FieldHead &
  (
    | { readonly kind: "text"; readonly maxLength: number; readonly inputMode?: "text" | "numeric" }
    | { readonly kind: "mobile" }
    | { readonly kind: "region" }
    | { readonly kind: "month-range" }
    | { readonly kind: "day" }
    /** Without options of its own the choices come with the standing, fit to person and day. */
    | { readonly kind: "choice"; readonly options?: readonly FieldOption[] }
    | { readonly kind: "choices"; readonly options?: readonly FieldOption[] }
    | { readonly kind: "consent"; readonly declaration: readonly string[] }
    | { readonly kind: "list" }
  );

interface FieldHead {
  /** Property of the input. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  /** Shown only while another field has this value, or one of these. */
  readonly when?: { readonly field: string; readonly is: string | readonly string[] };
}

export type FieldKind = Field["kind"];

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  readonly when?: { readonly field: string; readonly is: string };
}

/** A step of the form; facts to look over stand above its fields. */
export interface FormStep {
  readonly title: string;
  readonly intro?: string;
  readonly fields: readonly Field[];
}
