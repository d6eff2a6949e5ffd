import { type RefObject, useEffect, useRef, useState } from "react";
import { heirOf, readTrail } from "./queue-trail.ts";

interface CurrentRow {
  readonly current: string | null;
  readonly setCurrent: (number: string) => void;
  readonly links: RefObject<Map<string, HTMLAnchorElement>>;
}

/**
 * The row that the keys are about. Coming back from a case one stands at it, or at the one that
 * took its place; so does the focus when the row that has it leaves the view, as one does that was
 * claimed where the unclaimed are shown.
 */
export function useCurrentRow(numbers: readonly string[]): CurrentRow {
  const links = useRef(new Map<string, HTMLAnchorElement>());
  const [place, setPlace] = useState(() => {
    const { numbers: before, opened = null } = readTrail();
    return { before, current: opened };
  });
  const current = heirOf(place.before, place.current, numbers);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const before = shown.current;
    shown.current = current;
    if (current === null || before === current) return;
    const link = links.current.get(current);
    if (before === null)
      window.requestAnimationFrame(() => link?.scrollIntoView({ block: "nearest" }));
    // With its row the focus went to nowhere.
    else if (document.activeElement === document.body) link?.focus();
  }, [current]);
  return {
    current,
    setCurrent: (number) => setPlace({ before: numbers, current: number }),
    links,
  };
}
