import { type ReactNode, useMemo } from "react";
import { RouterProvider } from "react-aria-components";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { AnnounceRegion } from "./announce.tsx";
import { words } from "./words.ts";

export type ProviderProps = {
  readonly children: ReactNode;
  /** The router's way of going to a path without loading the page anew. */
  readonly navigate: (path: string) => void;
  /** The folder that the app stands in (`/backoffice`), where it isn't the top: leads every path. */
  readonly base?: string;
};

/** Stands once around an app: language, the router's links, and the live region. */
export function Provider({ children, navigate, base }: ProviderProps) {
  const hrefOf = useMemo(
    // Whole addresses (`https:`, `tel:`) aren't the app's.
    () => base && ((href: string) => (href.startsWith("/") ? `${base}${href}` : href)),
    [base],
  );
  return (
    <I18nProvider locale={words.locale}>
      <RouterProvider navigate={navigate} {...(hrefOf ? { useHref: hrefOf } : {})}>
        {/* Where it finds this id, react-aria injects no inline style, which our policy would block;
            the rule stands in styles.css. */}
        <template id="react-aria-pressable-style" />
        {children}
        <AnnounceRegion />
      </RouterProvider>
    </I18nProvider>
  );
}
