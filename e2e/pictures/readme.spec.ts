import type { Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../frame/people.ts";
import { expect, test } from "../frame/test.ts";

const WIDE = { width: 1280, height: 860 };
const NARROW = { width: 375, height: 740 };

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 20_000 });
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `../docs/pictures/${name}.png`, animations: "disabled" });
}

test.use({ viewport: WIDE });

test("the citizen's hall", async ({ page, signIn, database }) => {
  await database.forgetDrafts("P0000001");
  await page.goto("/");
  await picture(page, "home");
  await signIn.asPerson("P0000001", "/services/flex-plan-change/apply");
  await page.getByText("三档").click();
  await page.getByRole("button", { name: "下一步" }).click();
  await picture(page, "apply");
});

test("a refusal", async ({ page, signIn }) => {
  await signIn.asPerson("P0000102", "/services/sealed-account-withdrawal/apply");
  await picture(page, "refusal");
});

test("an account's timeline", async ({ page, signIn }) => {
  await signIn.asPerson("P0000003", "/account/timeline");
  await picture(page, "timeline");
});

test("a unit's desk", async ({ page, signIn }) => {
  await signIn.asUnitByCertificate("U0000001", "/unit", DEMO_PASSWORD);
  await picture(page, "unit");
});

test("a loan's plan", async ({ page, signIn }) => {
  await signIn.asPerson("P0000003", "/loan");
  await page.getByRole("tab", { name: "还款计划" }).click();
  await picture(page, "loan");
});

test("on a phone", async ({ page, signIn }) => {
  await page.setViewportSize(NARROW);
  await signIn.asPerson("P0000003", "/");
  await picture(page, "phone");
});

test("the back office", async ({ staff }) => {
  const page = await staff("reviewer1");
  await page.setViewportSize(WIDE);
  await page.goto("/backoffice/queue");
  await picture(page, "queue");
  await page.goto("/backoffice/policy");
  await picture(page, "backoffice");
});
