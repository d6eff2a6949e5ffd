import { expect, type Page, test } from "@playwright/test";
import axe from "axe-core";

interface Found {
  readonly rule: string;
  readonly help: string;
  readonly places: readonly string[];
}

/**
 * The component library's own place for what is read aloud: for seven seconds it names the button
 * that was pressed, also when the page of that button is gone.
 */
const SPOKEN = "[data-live-announcer]";

/**
 * All rules of axe over the page as it stands, colour contrast and the size of targets among them;
 * and nothing wider than the window. axe goes in past the page's content security policy, which
 * stays in force for the page itself.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await test.step(`accessible: ${state}`, async () => {
    await settled(page);
    await keepLook(page, state);
    const isThere = await page.evaluate(() => "axe" in window);
    if (!isThere) await page.evaluate(axe.source);
    const found = await page.evaluate(runAxe, SPOKEN);
    expect.soft(found, `axe on ${state}`).toEqual([]);
    expect.soft(await sidewaysOf(page), `nothing sticks out on ${state}`).toEqual([]);
  });
}

/** Every state as a picture, to be looked at: `HALL_LOOKS=1`, under results/looks. */
async function keepLook(page: Page, state: string): Promise<void> {
  if (!process.env["HALL_LOOKS"]) return;
  const { project, titlePath } = test.info();
  const name = [...titlePath.slice(1), state].join(" - ").replaceAll(/[^\p{L}\d -]/gu, "");
  await page.screenshot({ path: `results/looks/${project.name}/${name}.png`, fullPage: true });
}

/** The page's title there, skeletons gone and fonts loaded: a page on its way has another contrast. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function runAxe(spoken: string): Promise<Found[]> {
  const { axe: loaded } = window as unknown as { axe: typeof axe };
  const { violations } = await loaded.run(
    { include: [["html"]], exclude: [[spoken]] },
    {
      resultTypes: ["violations"],
      rules: { "target-size": { enabled: true } },
    },
  );
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    places: nodes.slice(0, 5).map(({ html, failureSummary }) => `${html} ${failureSummary ?? ""}`),
  }));
}

/** What makes the page scroll sideways, the outermost elements first. */
function sidewaysOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 160));
  });
}
