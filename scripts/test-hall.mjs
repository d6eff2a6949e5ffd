// The browser journeys against a built hall of their own: free ports, a fixed business day, and
// data that is thrown away. Arguments go to Playwright, which finds by its environment:
//
// - HALL_URL: where the hall is
// - HALL_NOW: the business time at which it opened
// - HALL_CHROMIUM: the browser
// - HALL_DEMO_PEOPLE_FILE, HALL_DATA_DIR, DATABASE_URL: what is behind the hall
import { findBrowser } from "./browser.mjs";
import { openDatabase, startHall } from "./hall.mjs";
import { run, stopForegroundPrograms } from "./processes.mjs";
import { createShutdown, stopWhenTold } from "./shutdown.mjs";
import { throwawayFolder } from "./throwaway-folder.mjs";

/** A Tuesday morning with no holiday near, in a year whose calendar is published. */
const BUSINESS_TIME = "2026-03-17T10:00:00";

/** The projects of e2e/playwright.config.ts. */
const SIZES = ["desktop", "phone"];

const shutdown = createShutdown();
stopWhenTold(shutdown);
try {
  process.exitCode = await runJourneys();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await shutdown.stop();
}
process.exit();

async function runJourneys() {
  const browser = findBrowser();
  if (!browser) throw new Error("No Chromium was found: install it or name it in HALL_CHROMIUM.");
  const wanted = process.argv.slice(2);
  const isChosen = wanted.some((argument) => /^--(project|config)\b/.test(argument));
  if (isChosen) return (await openHall(browser))(wanted);
  // A hall for each size of screen: they run at once, and neither finds what the other left.
  const journeys = [];
  for (const size of SIZES) journeys.push([size, await openHall(browser)]);
  const codes = await Promise.all(
    journeys.map(([size, runIn]) =>
      runIn([`--project=${size}`, `--output=results/traces/${size}`, ...wanted], size),
    ),
  );
  return Math.max(...codes);
}

/** Opens a hall, and answers what runs journeys in it and leaves a report of that name. */
async function openHall(browser) {
  const { folder, remove } = throwawayFolder();
  shutdown.add(remove);
  const databaseUrl = await openDatabase({ folder, throwaway: true }, shutdown);
  const now = process.env.HALL_NOW ?? BUSINESS_TIME;
  const hall = await startHall({ folder, databaseUrl, port: 0, env: { HALL_NOW: now } }, shutdown);
  shutdown.add(async () => stopForegroundPrograms());
  const playwright = ["pnpm", "--filter", "@hall/e2e", "exec", "playwright", "test"];
  return (wanted, report = "chosen") =>
    run([...playwright, "--reporter=list,json", ...wanted], {
      env: {
        ...hall.env,
        HALL_URL: hall.url,
        HALL_CHROMIUM: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: `results/playwright-${report}.json`,
      },
    });
}
