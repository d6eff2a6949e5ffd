import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where the browser of the tests is; a missing one is a failure and never a skipped test. */
export function chromiumPath(): string {
  const path = process.env.HALL_CHROMIUM ?? "/usr/bin/chromium";
  if (existsSync(path)) return path;
  throw new Error(
    `The gallery is tested in a real browser, and there is none at ${path}. ` +
      "Install Debian's chromium, or name another one in HALL_CHROMIUM.",
  );
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args: flags });
}
