import { useEffect } from "react";

/** Time for whoever takes something away to put the focus elsewhere, as a closing dialog does. */
const WAIT_MS = 100;

/**
 * What has the focus may go away by what was done with it, as the button of a row that is settled
 * by it. The browser then leaves the focus nowhere, and the next Tab begins at the top of the
 * window: here it goes to the page instead.
 */
export function useFocusKeeper(): void {
  useEffect(() => keepFocus(document), []);
}

/** Starts keeping; answers how to stop. */
export function keepFocus(page: Document): () => void {
  let last: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : null;
  };
  const isNowhere = () => page.activeElement === null || page.activeElement === page.body;
  const watch = new MutationObserver(() => {
    if (last === null || last.isConnected || !isNowhere()) return;
    last = null;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isNowhere()) page.getElementById("main")?.focus({ preventScroll: true });
    }, WAIT_MS);
  });
  page.addEventListener("focusin", note);
  watch.observe(page.body, { childList: true, subtree: true });
  return () => {
    clearTimeout(timer);
    watch.disconnect();
    page.removeEventListener("focusin", note);
  };
}
