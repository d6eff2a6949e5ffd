import { useState } from "react";

/** The way through a list that is read by cursor: the cursors gone through, the last one's page shown. */
export interface Pages {
  /** Of the page shown; absent on the first. */
  readonly cursor: string | undefined;
  readonly depth: number;
  readonly next: (cursor: string | null) => void;
  readonly previous: () => void;
  readonly first: () => void;
}

/**
 * Whether a cursor leads on. Until the next page has come, the one before still shows and with it
 * its cursor: a second press in that time is none.
 */
export function goesOn(cursors: readonly string[], cursor: string | null): cursor is string {
  return cursor !== null && cursor !== cursors.at(-1);
}

export function usePages(): Pages {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return {
    cursor: cursors.at(-1),
    depth: cursors.length,
    next: (cursor) => {
      if (goesOn(cursors, cursor)) setCursors([...cursors, cursor]);
    },
    previous: () => setCursors(cursors.slice(0, -1)),
    first: () => setCursors([]),
  };
}
