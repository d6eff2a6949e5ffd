import type { Page } from "@playwright/test";
import { expectAccessible } from "../frame/accessible.ts";
import { portraitOf } from "../frame/portraits.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage } from "../pages/apply-page.ts";

const FORM = "/services/participation-certificate/apply";
const PERSON = "P0000002";
/** Who has a photo to send. */
const SENDER = "P0000182";
const PHOTO_FORM = "/services/card-photo/apply";

test.beforeEach(async ({ database }) => {
  await database.forgetDrafts(PERSON);
  await database.forgetDrafts(SENDER);
});

test("APP-3: a draft survives the reload", async ({ page, signIn }) => {
  const apply = new ApplyPage(page);
  await signIn.asPerson(PERSON, FORM);
  await apply.choose("证明类型", /参保缴费明细/);
  const from = page.getByRole("group", { name: "起止月份" }).getByRole("textbox", { name: "从" });
  await from.fill("2025-03");
  await expect(page.getByText(/草稿已存/)).toBeVisible();
  await page.reload();
  await expect(page.getByText("已带出您上次没有填完的草稿。")).toBeVisible();
  await expect(from).toHaveValue("2025-03");
  await expectAccessible(page, "draft brought back");
  await page.getByRole("button", { name: "不用草稿，重新填写" }).click();
  await expect(page.getByText("已带出您上次没有填完的草稿。")).toHaveCount(0);
});

test("an answer that is lost on the way never makes two applications", async ({ page, signIn }) => {
  const apply = new ApplyPage(page);
  await signIn.asPerson(PERSON, FORM);
  await apply.choose("证明类型", /^参保证明/);
  await apply.next();
  await apply.check();
  const before = await casesOf(page);
  let isLost = true;
  // The hall gets every request and acts on it; the answers don't come back.
  await page.route("**/participation-certificate/applications", async (route) => {
    if (!isLost) return route.continue();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await apply.askToSubmit();
  await apply.confirm();
  await page.reload();
  await expect(page.getByText("上一次提交还没有收到答复")).toBeVisible();
  await expectAccessible(page, "an answer is missing");
  isLost = false;
  await page.getByRole("button", { name: "取回结果" }).click();
  await expect(page).toHaveURL(/\/receipt$/);
  expect(await casesOf(page)).toBe(before + 1);
});

test("a submission that meets no network says so, and is made once", async ({
  page,
  context,
  signIn,
}) => {
  const apply = new ApplyPage(page);
  await signIn.asPerson(PERSON, FORM);
  await apply.choose("证明类型", /^参保证明/);
  await apply.next();
  await apply.check();
  const before = await casesOf(page);
  await apply.askToSubmit();
  await context.setOffline(true);
  await apply.confirm();
  await expect(apply.confirmation).toContainText("同一件事只会提交一次");
  await expectAccessible(page, "submitting without a network");
  await context.setOffline(false);
  await expect(page).toHaveURL(/\/receipt$/, { timeout: 30_000 });
  expect(await casesOf(page)).toBe(before + 1);
});

test("without a network it is said, and typing goes on", async ({ page, context, signIn }) => {
  const apply = new ApplyPage(page);
  await signIn.asPerson(PERSON, FORM);
  await expect(apply.options("证明类型")).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText(/网络已断开/)).toBeVisible();
  await apply.choose("证明类型", /参保缴费明细/);
  await expect(page.getByText("草稿暂时没有存上")).toBeVisible();
  await expectAccessible(page, "offline");
  await context.setOffline(false);
  await expect(page.getByText(/网络已断开/)).toHaveCount(0);
  await expect(page.getByText(/草稿已存/)).toBeVisible({ timeout: 15_000 });
});

test("EVD-3: a file that the network kept from going goes by itself once it is back", async ({
  page,
  context,
  signIn,
}) => {
  const apply = new ApplyPage(page);
  await signIn.asPerson(SENDER, PHOTO_FORM);
  await page.getByRole("textbox", { name: "本人手机号码" }).fill("13900000182");
  await apply.next();
  await page
    .locator("input[type=file]:not([capture])")
    .setInputFiles(await portraitOf(page, "#ffffff"));
  const use = page.getByRole("button", { name: "用这张照片" });
  await expect(use).toBeEnabled();
  await context.setOffline(true);
  await use.click();
  await apply.next();
  await expect(page.getByText("制卡照片还在上传，请等传完。")).toBeVisible();
  await expectAccessible(page, "a file that waits for the network");
  await context.setOffline(false);
  await expect(page.getByText("已收到")).toBeVisible({ timeout: 30_000 });
  await apply.next();
  await expect(page.getByRole("button", { name: "校验", exact: true })).toBeVisible();
});

test("closed for a moment: it says when to come back", async ({ page, signIn, watched }) => {
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
  await signIn.asPerson(PERSON, FORM);
  await expect(page.getByRole("alert")).toContainText("正在维护", { timeout: 15_000 });
  await expect(page.getByRole("button", { name: "重试" })).toBeVisible();
  await expectAccessible(page, "closed");
});

/** How many cases the person has, by the list of all. */
async function casesOf(page: Page): Promise<number> {
  const other = await page.context().newPage();
  await other.goto("/applications?show=all");
  await expect(other.getByRole("tab", { name: "全部", selected: true })).toBeVisible();
  await expect(other.locator("[aria-busy=true]")).toHaveCount(0);
  const cases = await other.getByRole("link", { name: /参保证明/ }).count();
  await other.close();
  return cases;
}

test.describe("a part of the page whose file can't be fetched", () => {
  // What the worker keeps isn't asked for again, and what it asks for can't be taken away here.
  test.use({ serviceWorkers: "block" });

  test("says so in its place, keeps the rest, and comes when tried again", async ({
    page,
    signIn,
  }) => {
    const apply = new ApplyPage(page);
    let isTaken = true;
    // As after a release: the page in the browser is older than the files on the server.
    await page.route("**/assets/photo-field-*.js", (route) =>
      isTaken ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await signIn.asPerson(SENDER, PHOTO_FORM);
    await page.getByRole("textbox", { name: "本人手机号码" }).fill("13900000182");
    await apply.next();
    await expect(page.getByText("这部分没能加载出来")).toBeVisible();
    await expectAccessible(page, "a part that didn't come");
    await page.getByRole("button", { name: "再试一次" }).click();
    await expect(page.getByRole("button", { name: "重新打开本页" })).toBeVisible();
    await expectAccessible(page, "a part that was tried in vain");
    isTaken = false;
    await page.getByRole("button", { name: "再试一次" }).click();
    await expect(page.getByRole("group", { name: /^制卡照片/ })).toBeVisible();
    await page.getByRole("button", { name: "上一步" }).click();
    await expect(page.getByRole("textbox", { name: "本人手机号码" })).toHaveValue("13900000182");
  });
});
