import { expectAccessible } from "../frame/accessible.ts";
import { expect, test } from "../frame/test.ts";

const TIER_CHANGE = "灵活就业人员缴费套餐和档次变更";

test("the search of the home page understands everyday words and initials", async ({ page }) => {
  await page.goto("/");
  await expectAccessible(page, "home of a stranger");
  const search = page.getByRole("combobox", { name: "搜索事项" });
  await search.fill("换档");
  await expect(page.getByRole("option", { name: new RegExp(TIER_CHANGE) })).toBeVisible();
  await expectAccessible(page, "hits");
  await search.fill("cbzm");
  await expect(page.getByRole("option", { name: /参保证明/ }).first()).toBeVisible();
  await search.fill("飞机票");
  await expect(page.getByText("没有找到，换个说法试试").first()).toBeVisible();
  await search.fill("换档");
  await search.press("ArrowDown");
  await search.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: TIER_CHANGE })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(TIER_CHANGE));
});

test("the home page of somebody says what can be done today", async ({ page, signIn }) => {
  await signIn.asPerson("P0000012", "/");
  await expect(page.getByRole("heading", { name: "您好，测离一" })).toBeVisible();
  await expect(page.getByText("今天可办")).toBeVisible();
  await expectAccessible(page, "home of somebody");
  await page.getByRole("link", { name: "看是哪些" }).click();
  await expect(page.getByRole("heading", { name: "我今天能办的事" })).toBeVisible();
  await expectAccessible(page, "standing");
});

test("public pages", async ({ page }) => {
  for (const path of ["/services", "/counter", "/verify", "/services/sealed-account-withdrawal"]) {
    await page.goto(path);
    await expectAccessible(page, path);
  }
});

test("an address that doesn't exist", async ({ page }) => {
  await page.goto("/no/such/page");
  await expect(page.getByRole("heading", { name: "没有这个页面" })).toBeVisible();
  await expectAccessible(page, "not found");
  await page.getByRole("link", { name: "回到首页" }).click();
  await expect(page.getByRole("heading", { name: "社保公积金，网上就能办" })).toBeVisible();
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

for (const [mode, preferences] of [
  ["elder", { isElder: true, theme: "light" }],
  ["dark", { isElder: false, theme: "dark" }],
] as const) {
  test(`the main pages in ${mode} mode`, async ({ page, context, signIn }) => {
    test.setTimeout(90_000);
    await context.addInitScript(
      (kept) => window.localStorage.setItem("hall.preferences", JSON.stringify(kept)),
      preferences,
    );
    await page.goto("/");
    await expectAccessible(page, `home, ${mode}`);
    await signIn.asPerson("P0000003", "/loan?view=plan");
    await expect(page.getByRole("table", { name: "还款计划" })).toBeVisible();
    await expectAccessible(page, `loan, ${mode}`);
    await page.goto("/account");
    await expect(page.getByRole("heading", { name: "参保信息" })).toBeVisible();
    await expectAccessible(page, `account, ${mode}`);
    await page.goto("/services/sealed-account-withdrawal/apply");
    await expect(page.getByRole("article").first()).toBeVisible();
    await expectAccessible(page, `refusal, ${mode}`);
  });
}
