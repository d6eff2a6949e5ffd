import { goesOn, type Pages } from "@hall/client/use-pages";
import { useSearchParams } from "react-router";

const NAME = "after";

/** The parts of an address that say what is shown and not how far one has gone through it. */
export function withoutPages(search: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(search);
  rest.delete(NAME);
  return rest;
}

/**
 * The way through a list, kept in the address as the cursors gone through: a reload, the way back
 * from a case and the browser's own Back find the page that one was on.
 */
export function useAddressPages(): Pages {
  const [search, setSearch] = useSearchParams();
  const cursors = search.getAll(NAME);
  const go = (to: readonly string[]) => {
    const next = withoutPages(search);
    for (const cursor of to) next.append(NAME, cursor);
    setSearch(next, { replace: true });
  };
  return {
    cursor: cursors.at(-1),
    depth: cursors.length,
    next: (cursor) => {
      if (goesOn(cursors, cursor)) go([...cursors, cursor]);
    },
    previous: () => go(cursors.slice(0, -1)),
    first: () => go([]),
  };
}
