import { expectAccessible } from "../frame/accessible.ts";
import { expect, test } from "../frame/test.ts";

test("public pages", async ({ page }) => {
  for (const path of ["/services", "/counter", "/verify", "/services/sealed-account-withdrawal"]) {
    await page.goto(path);
    await expectAccessible(page, path);
  }
});

test("the menu of a phone", async ({ page }, { project }) => {
  await page.goto("/");
  const menu = page.getByRole("button", { name: "菜单" });
  if (project.name !== "phone") {
    await expect(menu).toBeHidden();
    return;
  }
  await menu.click();
  await expect(page.getByRole("dialog", { name: "菜单" })).toBeVisible();
  await expectAccessible(page, "open menu");
  await page.getByRole("dialog").getByRole("link", { name: "文书验证" }).click();
  await expect(page).toHaveURL(/\/verify$/);
});

test("closed for a moment: it says so, and how to go on", async ({ page, signIn, watched }) => {
  watched.allow(503);
  await page.route("**/api/v1/services/participation-certificate/standing", (route) =>
    route.fulfill({
      status: 503,
      headers: { "content-type": "application/problem+json", "retry-after": "60" },
      body: JSON.stringify({
        type: "/problems/closed",
        status: 503,
        title: "暂停服务",
        detail: "正在维护，请稍后再试。",
      }),
    }),
  );
  await signIn.asPerson("P0000002", "/services/participation-certificate/apply");
  await expect(page.getByRole("alert")).toContainText("正在维护", { timeout: 15_000 });
  await expect(page.getByRole("button", { name: "重试" })).toBeVisible();
  await expectAccessible(page, "closed");
});
