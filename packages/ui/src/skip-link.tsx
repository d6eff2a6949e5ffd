import { words } from "./words.ts";

/** The first stop of the Tab key: past the header, to `<main id="main">`. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className={
        "sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-small " +
        "focus:bg-accent-fill focus:px-5 focus:py-3 focus:font-semibold focus:text-on-accent"
      }
    >
      {words.shell.skip}
    </a>
  );
}
