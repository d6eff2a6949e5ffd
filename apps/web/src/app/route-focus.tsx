import { announce } from "@hall/ui/announce";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";

/**
 * After a change of page the focus goes to the page's start and its title is said, as a browser
 * does when it loads a page. A change of the query alone keeps the focus where it is. Going on
 * starts at the top; going back returns to where one was.
 */
export function RouteFocus() {
  const { pathname, hash, key } = useLocation();
  const kind = useNavigationType();
  const last = useRef(pathname);
  const titled = useRef(document.title);
  useScrollPlaces(key);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    let stop = () => {};
    const timer = window.setTimeout(() => {
      if (!hash) document.getElementById("main")?.focus({ preventScroll: true });
      stop = onceTitled(titled.current, announce);
    }, 60);
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [pathname, hash]);
  const shown = useRef(pathname + hash);
  useLayoutEffect(() => {
    const place = pathname + hash;
    if (shown.current === place) return;
    shown.current = place;
    // Still that of the page before: pages set theirs after this.
    titled.current = document.title;
    if (kind === "POP") return;
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
    else window.scrollTo(0, 0);
  }, [pathname, hash, kind]);
  return null;
}

/** Pages of the same title follow each other seldom; then it is said late. */
const UNTITLED_MS = 4_000;

/** Says the page's title once it is another than `before`: a page that reads first has none yet. */
function onceTitled(before: string, say: (title: string) => void): () => void {
  const done = () => {
    stop();
    say(document.title);
  };
  const watching = new MutationObserver(() => {
    if (document.title !== before) done();
  });
  const late = window.setTimeout(done, UNTITLED_MS);
  const stop = () => {
    watching.disconnect();
    window.clearTimeout(late);
  };
  watching.observe(document.head, { childList: true, subtree: true, characterData: true });
  if (document.title !== before) done();
  return stop;
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
