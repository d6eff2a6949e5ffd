import type { ReactNode } from "react";

export type FieldMarkProps = {
  /** Property of the input, as in the paths of a problem's errors. */
  readonly name: string;
  readonly children: ReactNode;
};

/** Names the place of a field, so that a fault told elsewhere on the page can jump to it. */
export function FieldMark({ name, children }: FieldMarkProps) {
  return <div data-field={name}>{children}</div>;
}
