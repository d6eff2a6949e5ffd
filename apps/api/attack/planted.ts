import type { Route } from "../src/http/route.ts";

/**
 * Holes made on purpose, in routes that are mounted in a test's own process alone: an attack that
 * doesn't find them finds nothing.
 */
const everybody = ["public"] as const;

const changed = (routes: readonly Route[], id: string, change: (route: Route) => Route) =>
  routes.map((route) => (route.endpoint.id === id ? change(route) : route));

/** The endpoint asks nobody who they are. */
export const openToAll = (routes: readonly Route[], id: string): readonly Route[] =>
  changed(routes, id, (route) => ({
    ...route,
    endpoint: { ...route.endpoint, access: everybody },
  }));

/** The endpoint does something else. */
export const handledBy = (
  routes: readonly Route[],
  id: string,
  handle: Route["handle"],
): readonly Route[] => changed(routes, id, (route) => ({ ...route, handle }));
