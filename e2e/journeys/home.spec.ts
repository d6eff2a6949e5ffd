import type { Page } from "@playwright/test";
import { expectAccessible } from "../frame/accessible.ts";
import { expect, test } from "../frame/test.ts";
import { VerifyPage } from "../pages/verify-page.ts";

const CHANGE = "灵活就业人员缴费套餐和档次变更";
/** As long as a code is, and printed on no paper. */
const NO_PAPERS_CODE = "7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZZZ";

const box = (page: Page) => page.getByRole("main").getByRole("combobox", { name: "搜索事项" });

test("GDE-2: found by an everyday word, by pinyin and by what happens in a life", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "社保公积金，网上就能办" })).toBeVisible();
  await expectAccessible(page, "home");
  await box(page).fill("换档");
  const hit = page.getByRole("option").filter({ hasText: CHANGE });
  await expect(hit).toContainText("换档");
  await expectAccessible(page, "hits");
  for (const typed of ["lhjy", "linghuojiuye", "huandang"]) {
    await box(page).fill(typed);
    await expect(hit).toBeVisible();
  }
  await box(page).press("ArrowDown");
  await box(page).press("Enter");
  await expect(page).toHaveURL(/\/services\/flex-plan-change$/);

  await page.goto("/");
  const events = page.getByRole("region", { name: "人生大事" });
  await events.getByRole("link", { name: "换工作" }).click();
  await expect(page.getByRole("heading", { name: /与“换工作”有关的 \d+ 项/ })).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(CHANGE) })).toBeVisible();
  await expectAccessible(page, "found by a life event");
});

test("nothing is found, and how to go on", async ({ page }) => {
  await page.goto("/");
  await box(page).fill("天气预报");
  await box(page).press("Enter");
  await expect(page.getByRole("heading", { name: "“天气预报”找到 0 项" })).toBeVisible();
  await expect(page.getByText("没有找到这件事")).toBeVisible();
  await expectAccessible(page, "nothing found");
  await page.getByRole("link", { name: "显示全部事项" }).first().click();
  await expect(page.getByRole("link", { name: new RegExp(CHANGE) })).toBeVisible();
});

test("GDE-1: the menus lead to a guide with its rules", async ({ page }) => {
  await page.goto("/");
  const menus = page.getByRole("region", { name: "办事菜单" });
  for (const menu of ["在线业务办理", "在线业务受理", "信息查询", "快捷服务"])
    await expect(menus.getByRole("heading", { name: menu })).toBeVisible();
  await menus.getByRole("link", { name: "全部事项" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "全部事项" })).toBeVisible();
  await expectAccessible(page, "directory");
  await page.getByRole("link", { name: new RegExp(CHANGE) }).click();
  await expect(page.getByRole("heading", { level: 1, name: CHANGE })).toBeVisible();
  const rules = page.getByRole("region", { name: "办理规则" });
  await expect(rules).toContainText("FPC-1");
  await expect(rules).toContainText("依据");
  await expect(page.getByRole("region", { name: "柜面地址" })).toContainText("地址");
  await expect(page.getByText("登录后，这里会告诉您今天能不能办")).toBeVisible();
  await expectAccessible(page, "guide");
});

test("GDE-3: who is signed in sees what they may do today", async ({ page, signIn }) => {
  await signIn.asPerson("P0000003", "/");
  await expect(page.getByText(/今天可办\s*\d+\s*项/)).toBeVisible();
  await expectAccessible(page, "home of a person");
  await page.getByRole("link", { name: "看是哪些" }).click();
  await expect(page.getByRole("heading", { name: "我今天能办的事" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^今天可以办/ })).toBeVisible();
  await expectAccessible(page, "what may be done today");
});

test("addresses that lead nowhere", async ({ page }) => {
  for (const address of ["/nowhere", "/services/nothing"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "没有这个页面" })).toBeVisible();
  }
  await expectAccessible(page, "not found");
  await page.getByRole("link", { name: "回到首页" }).click();
  await expect(page).toHaveURL(/\/$/);
});

test("a code that is on no paper", async ({ page }) => {
  const verify = new VerifyPage(page);
  await page.goto("/verify");
  await page.getByRole("textbox", { name: "验证码" }).fill("ABC");
  await page.getByRole("button", { name: "验证", exact: true }).click();
  await expect(page.getByText("验证码应为 26 个字母和数字")).toBeVisible();
  await expectAccessible(page, "too short for a code");
  await verify.byCode(NO_PAPERS_CODE);
  await expect(page.getByRole("heading", { name: "查不到这份文书" })).toBeVisible();
  await expectAccessible(page, "no such paper");
});
