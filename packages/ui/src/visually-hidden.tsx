import type { ReactNode } from "react";

export type VisuallyHiddenProps = { readonly children: ReactNode };

/** Read aloud, not drawn. */
export function VisuallyHidden({ children }: VisuallyHiddenProps) {
  return <span className="sr-only">{children}</span>;
}
