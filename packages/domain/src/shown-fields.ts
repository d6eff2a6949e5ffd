/** A part of a form that goes by what another field holds. */
interface Conditional {
  readonly when?: { readonly field: string; readonly is: string | readonly string[] };
}

/** Whether it is on show for the value of the field that it goes by. */
export const isShownFor = ({ when }: Conditional, value: unknown): boolean =>
  when === undefined || [when.is].flat().some((each) => each === value);
