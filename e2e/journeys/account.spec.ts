import { readFile } from "node:fs/promises";
import { expectAccessible } from "../frame/accessible.ts";
import { DEMO_PASSWORD } from "../frame/people.ts";
import { expect, test } from "../frame/test.ts";

// XPL-5, XPL-6, XPL-8, AUD-3: the account's own pages, as its owner goes through them.

test("the timeline joins what has happened, by kind, by words and by days", async ({
  page,
  signIn,
}) => {
  await signIn.asPerson("P0000003", "/account");
  await expectAccessible(page, "account");
  await page.getByRole("link", { name: /账户时间线/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "账户时间线" })).toBeVisible();
  const entries = page.getByRole("main").getByRole("listitem");
  await expect(page.getByRole("heading", { level: 2, name: "2026年3月" })).toBeVisible();
  await expectAccessible(page, "timeline");

  // Said to who hears the page: where one is, and later how much was found; the focus stays.
  const said = page.locator("[data-live-announcer]");
  await expect(said.getByText(/账户时间线/)).toBeAttached();
  await page.getByRole("button", { name: "缴费", exact: true }).click();
  await expect(page).toHaveURL(/kind=contribution/);
  await expect(said.getByText(/找到 \d+ 条，后面还有/)).toBeAttached();
  await expect(page.getByRole("link", { name: "2026年2月缴费" })).toBeVisible();
  await expect(page.getByText("起因：由测试机关缴费").first()).toBeVisible();
  const before = await page.getByRole("heading", { level: 3 }).count();
  await page.getByRole("button", { name: "看更早的记录" }).click();
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(before * 2);

  await page.getByLabel("搜索").last().fill("2025年3月");
  await page.getByRole("button", { name: "查找" }).click();
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(1);
  await expect(said.getByText("找到 1 条")).toBeAttached();
  await expect(page.getByRole("button", { name: "查找" })).toBeFocused();
  await page.reload();
  await expect(page.getByRole("link", { name: "2025年3月缴费" })).toBeVisible();

  await page.getByRole("button", { name: "选时间段" }).click();
  await page.getByRole("textbox", { name: "从哪一天" }).fill("2026-03-20");
  await page.getByRole("textbox", { name: "到哪一天" }).fill("2026-03-01");
  await page.getByRole("button", { name: "查找" }).click();
  await expect(page.getByText("起始日期不能晚于截止日期。")).toBeVisible();
  await expectAccessible(page, "a span the wrong way round");
  await page.getByRole("textbox", { name: "到哪一天" }).fill("2026-03-31");
  await page.getByRole("button", { name: "查找" }).click();
  await expect(page.getByRole("main").getByText("没有符合条件的记录")).toBeVisible();
  await expectAccessible(page, "nothing found");
  await page.getByRole("link", { name: "看全部记录" }).click();
  await expect(entries.first()).toBeVisible();
});

test("the account on a past day, and not on one to come", async ({ page, signIn }) => {
  await signIn.asPerson("P0000003", "/account/past");
  const day = page.getByRole("textbox", { name: "哪一天" });
  await day.fill("2024-05-20");
  await page.getByRole("button", { name: "查看", exact: true }).click();
  await expect(page.getByRole("heading", { name: "2024年5月20日的账户" })).toBeVisible();
  await expect(page.getByText("那一天的这些内容无法知道")).toBeVisible();
  await expect(page.getByRole("heading", { name: "最近一次缴费：2024年5月" })).toBeVisible();
  await page.getByLabel("找参数").fill("基数");
  await expect(page.getByRole("table", { name: "当日有效的政策参数" })).toContainText(
    "4,494.00 元 至 22,470.00 元",
  );
  await expectAccessible(page, "a past day");

  await day.fill("2026-03-18");
  await page.getByRole("button", { name: "查看", exact: true }).click();
  await expect(page.getByText("还没有到，只能查今天和以前的日子")).toBeVisible();
  await expectAccessible(page, "a day to come");
});

test("the course of an account, drawn and as a table", async ({ page, signIn }) => {
  await signIn.asPerson("P0000003", "/account");
  const chart = page.getByRole("img", { name: /^缴费。近 12 个月个人共缴/ });
  await expect(chart).toBeVisible();
  await page.getByRole("tab", { name: "历年" }).click();
  await expect(page.getByRole("img", { name: /^缴费。历年个人共缴/ })).toBeVisible();
  await page.getByRole("button", { name: "看数据表" }).first().click();
  await expect(page.getByRole("table", { name: "缴费", exact: true })).toContainText("2025年");
  await expectAccessible(page, "the course as a table");
});

test("nobody has looked, and everything can be taken away", async ({ page, signIn }) => {
  await signIn.asPerson("P0000106", "/account/looks");
  await expect(page.getByText("还没有人看过")).toBeVisible();
  await expectAccessible(page, "nobody has looked");

  await page.goto("/account/export");
  const button = page.getByRole("button", { name: "下载", exact: true });
  await button.click();
  await expect(page.getByText("请输入密码。")).toBeVisible();
  await page.getByLabel("登录密码").fill("wrong-password");
  await button.click();
  await expect(page.getByText("当前密码不正确，请核对。").first()).toBeVisible();
  await expectAccessible(page, "a wrong password");
  await page.getByLabel("登录密码").fill(DEMO_PASSWORD);
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(download.suggestedFilename()).toBe("我的全部资料-P0000106-2026-03-17.zip");
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  await expect(page.getByText("下载完成")).toBeVisible();
  await expectAccessible(page, "taken away");
});
