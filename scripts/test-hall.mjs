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

const ending = createShutdown();
stopWhenTold(ending);
try {
  process.exitCode = await runJourneys();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await ending.stop();
}
process.exit();

async function runJourneys() {
  const browser = findBrowser();
  if (!browser) throw new Error("No Chromium was found: install it or name it in HALL_CHROMIUM.");
  const wanted = process.argv.slice(2);
  const isChosen = wanted.some((argument) => /^--(project|config)\b/.test(argument));
  if (isChosen) return inOwnHall(browser, wanted, "chosen");
  // A hall for each size of screen, so that neither finds what the other left. One after the other:
  // at once they take two cores as long, and each page is slower.
  const codes = [];
  for (const size of SIZES) {
    if (ending.isStopping) break;
    const own = [`--project=${size}`, `--output=results/traces/${size}`];
    codes.push(await inOwnHall(browser, [...own, ...wanted], size));
  }
  return Math.max(...codes);
}

/** Goes through journeys in a hall that is opened for them; `report` names what is left of them. */
async function inOwnHall(browser, wanted, report) {
  const shutdown = createShutdown();
  ending.add(shutdown.stop);
  try {
    return await goThrough(browser, wanted, report, shutdown);
  } finally {
    await shutdown.stop();
  }
}

async function goThrough(browser, wanted, report, shutdown) {
  const { folder, remove } = throwawayFolder();
  shutdown.add(remove);
  const databaseUrl = await openDatabase({ folder, throwaway: true }, shutdown);
  const now = process.env.HALL_NOW ?? BUSINESS_TIME;
  const hall = await startHall({ folder, databaseUrl, port: 0, env: { HALL_NOW: now } }, shutdown);
  shutdown.add(async () => stopForegroundPrograms());
  const playwright = ["pnpm", "--filter", "@hall/e2e", "exec", "playwright", "test"];
  return run([...playwright, "--reporter=list,json", ...wanted], {
    env: {
      ...hall.env,
      HALL_URL: hall.url,
      HALL_CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: `results/playwright-${report}.json`,
    },
  });
}
