import { useEffect, useState } from "react";
import { VisuallyHidden } from "./visually-hidden.tsx";

type Listener = (message: string) => void;

const listeners = new Set<Listener>();

/**
 * Says a sentence to those who hear the page. There are no toasts: what matters to all stands in
 * the page where it happened, and this only adds the voice.
 */
export function announce(message: string): void {
  for (const listener of listeners) listener(message);
}

/** The live region behind `announce`; `Provider` holds it. */
export function AnnounceRegion() {
  const [message, setMessage] = useState("");
  useEffect(() => {
    // The same sentence twice is only read twice if the region was empty in between.
    const listener: Listener = (next) => {
      setMessage("");
      window.setTimeout(() => setMessage(next), 50);
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return (
    <VisuallyHidden>
      {/* The mark keeps it heard while a dialog hides the rest of the page. */}
      <div role="status" aria-live="polite" data-live-announcer="true">
        {message}
      </div>
    </VisuallyHidden>
  );
}

export type AnnounceProps = { readonly children: string };

/** Says its text whenever the text changes, for example the count of hits of a search. */
export function Announce({ children }: AnnounceProps) {
  useEffect(() => {
    if (children) announce(children);
  }, [children]);
  return null;
}
