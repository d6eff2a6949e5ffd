import type { ReactNode } from "react";

/**
 * Keeps in sight, whatever stands on the page, what belongs over the page and has no place in it:
 * a dialog goes its own way, and that it couldn't be fetched is said here.
 */
export function OverPage({ children }: { readonly children: ReactNode }) {
  return <div className="fixed inset-x-0 bottom-0 z-50 mx-auto max-w-text">{children}</div>;
}
