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

export function usePages(): Pages {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return {
    cursor: cursors.at(-1),
    depth: cursors.length,
    next: (cursor) => {
      if (cursor !== null) setCursors([...cursors, cursor]);
    },
    previous: () => setCursors(cursors.slice(0, -1)),
    first: () => setCursors([]),
  };
}
