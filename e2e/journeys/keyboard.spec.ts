import type { Locator, Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../frame/people.ts";
import { expect, test } from "../frame/test.ts";

const PAYER = "P0000001";
const MOST_STOPS = 80;

test("the change of tier by keyboard alone", async ({ page, database }) => {
  await database.forgetDrafts(PAYER);
  await page.goto("/services/flex-plan-change/apply");
  await reach(page, page.getByLabel("个人编号"));
  await page.keyboard.type(PAYER);
  await reach(page, page.getByRole("textbox", { name: "密码" }));
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  const tiers = page.getByRole("radiogroup", { name: "缴费档次" });
  await expect(tiers).toBeVisible();
  await reach(page, tiers.getByRole("radio", { checked: true }));
  await page.keyboard.press("ArrowDown");
  await reach(page, page.getByRole("button", { name: "下一步", exact: true }));
  await page.keyboard.press("Enter");
  // The focus follows to where the next step begins.
  const check = page.getByRole("button", { name: "校验", exact: true });
  await expect(check).toBeVisible();
  await reach(page, check);
  await page.keyboard.press("Enter");
  const submit = page.getByRole("button", { name: "提交", exact: true });
  await expect(submit).toBeVisible();
  await reach(page, submit);
  await page.keyboard.press("Enter");
  const confirmation = page.getByRole("alertdialog");
  await expect(confirmation).toBeVisible();
  // Escape leaves it, and the focus is back where it was.
  await page.keyboard.press("Escape");
  await expect(confirmation).toHaveCount(0);
  await expect(submit).toBeFocused();
  await page.keyboard.press("Enter");
  await reach(page, confirmation.getByRole("button", { name: "确认提交" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("办理成功")).toBeVisible();
});

test("the skip link leads past the head", async ({ page }) => {
  await page.goto("/services");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到正文" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

/** Presses Tab until it is there. Fails when a whole round didn't reach it. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${target}`);
}
