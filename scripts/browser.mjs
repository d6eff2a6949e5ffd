import { existsSync } from "node:fs";

/** The bare one first: without the parts of a window the journeys take two thirds of the time. */
const BROWSERS = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser of the tests: the one that `HALL_CHROMIUM` names, else one of the usual.
 *
 * @returns {string | undefined}
 */
export const findBrowser = () => process.env.HALL_CHROMIUM ?? BROWSERS.find(existsSync);
