import { announce } from "@hall/ui/announce";
import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/**
 * After a change of page the focus goes to the page's start and its title is said, as a browser
 * does when it loads a page. A change of the query alone keeps the focus where it is.
 */
export function RouteFocus() {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    const timer = window.setTimeout(() => {
      document.getElementById("main")?.focus({ preventScroll: true });
      announce(document.title);
    }, 60);
    return () => window.clearTimeout(timer);
  }, [pathname]);
  return null;
}
