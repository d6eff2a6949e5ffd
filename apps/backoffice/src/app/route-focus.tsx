import { announce } from "@hall/ui/announce";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";
import { useFocusKeeper } from "./focus-keeper.ts";

/**
 * After a change of page the focus goes to the page's start and its title is said, as a browser
 * does when it loads a page. A change of the query alone keeps the focus where it is. Going on
 * starts at the top; going back returns to where one was.
 */
export function RouteFocus() {
  const { pathname, hash, key } = useLocation();
  const kind = useNavigationType();
  const last = useRef(pathname);
  useScrollPlaces(key);
  useFocusKeeper();
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    const timer = window.setTimeout(() => {
      if (!hash) document.getElementById("main")?.focus({ preventScroll: true });
      announce(document.title);
    }, 60);
    return () => window.clearTimeout(timer);
  }, [pathname, hash]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the going that scrolls
  useLayoutEffect(() => {
    if (kind === "POP") return;
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
    else window.scrollTo(0, 0);
  }, [pathname, hash, kind]);
  return null;
}

const places = new Map<string, number>();

/** Remembers how far each entry of the history was scrolled. */
function useScrollPlaces(key: string): void {
  useEffect(() => {
    window.history.scrollRestoration = "manual";
    const place = places.get(key);
    // What the page shows may still have to be drawn from what was read before.
    if (place !== undefined) window.requestAnimationFrame(() => window.scrollTo(0, place));
    const note = () => places.set(key, window.scrollY);
    window.addEventListener("scroll", note, { passive: true });
    return () => window.removeEventListener("scroll", note);
  }, [key]);
}
