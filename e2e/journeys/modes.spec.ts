import type { Page } from "@playwright/test";
import { expectAccessible } from "../frame/accessible.ts";
import { expect, test } from "../frame/test.ts";

/** Pages of each kind that somebody with a loan and a refusal comes by. */
const MAIN_PAGES = [
  ["/", "我的情况"],
  ["/services", "全部事项"],
  ["/services/sealed-account-withdrawal", "办理规则"],
  ["/services/sealed-account-withdrawal/apply", "依据"],
  ["/account", "参保信息"],
  ["/loan?view=plan", "还款计划"],
  ["/applications", "我的办件"],
] as const;

const MODES = {
  elder: { isElder: true, theme: "light" },
  dark: { isElder: false, theme: "dark" },
} as const;

for (const [mode, preferences] of Object.entries(MODES)) {
  test(`the main pages in ${mode} mode`, async ({ page, context, signIn }) => {
    test.setTimeout(120_000);
    await context.addInitScript(
      (kept) => window.localStorage.setItem("hall.preferences", JSON.stringify(kept)),
      preferences,
    );
    await signIn.asPerson("P0000003", "/");
    for (const [path, shows] of MAIN_PAGES) {
      await open(page, path, shows);
      await expectAccessible(page, `${path} in ${mode} mode`);
    }
  });
}

test("elder mode is chosen on the page and stays", async ({ page }) => {
  await page.goto("/");
  const size = () =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const usual = await size();
  const choice = page.getByRole("button", { name: "关怀版" }).first();
  if (!(await choice.isVisible())) await page.getByRole("button", { name: "菜单" }).click();
  await page.getByRole("button", { name: "关怀版" }).last().click();
  await expect.poll(size).toBeGreaterThanOrEqual(Math.max(18, usual + 2));
  await page.reload();
  await expect.poll(size).toBeGreaterThanOrEqual(Math.max(18, usual + 2));
});

test("a window as narrow as 320 pixels, and a zoom of 400 %", async ({ page, signIn }) => {
  test.setTimeout(120_000);
  await signIn.asPerson("P0000003", "/");
  // 1280 by 1024 at 400 % is a window of 320 by 256.
  for (const height of [640, 256]) {
    await page.setViewportSize({ width: 320, height });
    for (const [path, shows] of MAIN_PAGES) {
      await open(page, path, shows);
      await expectAccessible(page, `${path} at 320 by ${height}`);
    }
  }
});

test("letters set twice as large on a phone, in elder mode too", async ({
  page,
  context,
  signIn,
}) => {
  test.setTimeout(120_000);
  await context.addInitScript(() => {
    window.localStorage.setItem("hall.preferences", JSON.stringify({ isElder: true }));
    document.addEventListener("DOMContentLoaded", () => {
      document.documentElement.style.fontSize = "200%";
    });
  });
  await page.setViewportSize({ width: 375, height: 740 });
  await signIn.asPerson("P0000003", "/");
  for (const [path, shows] of MAIN_PAGES) {
    await open(page, path, shows);
    await expectAccessible(page, `${path} with letters twice as large`);
  }
});

test("the header's name breaks between words and stays clear of the account", async ({
  page,
  context,
  signIn,
}) => {
  await context.addInitScript(() =>
    window.localStorage.setItem("hall.preferences", JSON.stringify({ isElder: true })),
  );
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn.asUnit("U0000004", "/unit");
  const account = await page.getByRole("button", { name: /测试小学/ }).boundingBox();
  for (const part of ["园区社保", "公积金"]) {
    const box = await page.getByRole("banner").getByText(part, { exact: true }).boundingBox();
    expect(box && account && box.x + box.width <= account.x).toBe(true);
    expect(box?.height).toBeLessThan(40);
  }
});

test("nothing moves for who asked for it, and paper shows the page alone", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/services/sealed-account-withdrawal");
  await expect(page.getByRole("region", { name: "办理规则" })).toBeVisible();
  expect(await page.evaluate(movingElements)).toEqual([]);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("region", { name: "办理规则" })).toBeVisible();
  for (const role of ["navigation", "search"] as const) {
    for (const part of await page.getByRole(role).all()) await expect(part).toBeHidden();
  }
  const breaks = await page.evaluate(() =>
    [...document.querySelectorAll("h2")].map((heading) => getComputedStyle(heading).breakAfter),
  );
  expect(new Set(breaks)).toEqual(new Set(["avoid"]));
  // 14 CSS pixels are 10.5 points.
  await expect(page.locator("body")).toHaveCSS("font-size", "14px");
});

async function open(page: Page, path: string, shows: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("main").getByText(shows).first()).toBeVisible();
}

/** What would take longer than a blink to change its place or look. */
function movingElements(): string[] {
  return [...document.querySelectorAll("*")]
    .filter((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      const longest = [...transitionDuration.split(","), ...animationDuration.split(",")]
        .map((text) => Number.parseFloat(text) * (text.trim().endsWith("ms") ? 1 : 1000))
        .reduce((a, b) => Math.max(a, b), 0);
      return longest > 1;
    })
    .map((element) => element.outerHTML.slice(0, 120))
    .slice(0, 5);
}
