import type { Page } from "@playwright/test";
import { expectAccessible } from "../frame/accessible.ts";
import { downloadPaper } from "../frame/paper.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage } from "../pages/apply-page.ts";
import { VerifyPage } from "../pages/verify-page.ts";

const FORM = "/services/participation-certificate/apply";
const OF_AN_AGENCY = "P0000003";
const LEFT_THE_PARK = "P0000012";

test.beforeEach(async ({ database }) => {
  await database.forgetDrafts(OF_AN_AGENCY);
  await database.forgetDrafts(LEFT_THE_PARK);
});

test("DOC-3: a certificate that anybody can verify", async ({ page, signIn, database }) => {
  const apply = new ApplyPage(page);
  const verify = new VerifyPage(page);
  await signIn.asPerson(OF_AN_AGENCY, FORM);
  await expectAccessible(page, "form");
  await apply.choose("证明类型", /^参保证明/);
  await apply.next();
  await apply.file();
  await expectAccessible(page, "receipt");
  const paper = await downloadPaper(page, "参保证明");
  await page.getByRole("button", { name: "预览 参保证明" }).click();
  await expect(page.getByRole("dialog", { name: "参保证明" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).first().click();

  await verify.byCode(await database.codeOfPaper(paper.number));
  await expect(page.getByRole("heading", { name: "真实有效" })).toBeVisible();
  await expect(page.getByText(paper.number)).toBeVisible();
  // No more of the holder than is needed to compare.
  await expect(page.getByText("测机一")).toHaveCount(1); // in the menu of who is signed in
  await expectAccessible(page, "valid by its code");

  await verify.byFile("证明.pdf", paper.bytes);
  await expect(page.getByRole("heading", { name: "真实有效" })).toBeVisible();
  await expectAccessible(page, "valid by the file");
  const changed = Buffer.from(paper.bytes);
  changed.writeUInt8(changed.readUInt8(changed.length - 200) ^ 1, changed.length - 200);
  await verify.byFile("改过的证明.pdf", changed);
  await expect(page.getByRole("heading", { name: "查不到这份文书" })).toBeVisible();
  await expect(page.getByText("可能被改动过")).toBeVisible();
  await expectAccessible(page, "a changed file");
});

test("the details of ten years", async ({ page, signIn }) => {
  const apply = new ApplyPage(page);
  await signIn.asPerson(OF_AN_AGENCY, FORM);
  await apply.choose("证明类型", /参保缴费明细/);
  await fillMonths(page, "2016-01", "2026-02");
  await expectAccessible(page, "months");
  await apply.next();
  await apply.file();
  const paper = await downloadPaper(page, "参保缴费明细");
  expect(paper.bytes.length).toBeGreaterThan(20_000);
  await page.goto("/documents");
  await expect(page.getByText(paper.number)).toBeVisible();
  await expectAccessible(page, "papers");
});

test("months without a contribution are refused, and a wrong order at once", async ({
  page,
  signIn,
}) => {
  const apply = new ApplyPage(page);
  await signIn.asPerson(LEFT_THE_PARK, FORM);
  await apply.choose("证明类型", /参保缴费明细/);
  await fillMonths(page, "2026-02", "2025-08");
  await apply.next();
  await expect(page.getByText("开始月份不能晚于结束月份。")).toBeVisible();
  await expectAccessible(page, "months in the wrong order");
  await fillMonths(page, "2025-08", "2026-02");
  await apply.next();
  await apply.check();
  await expect(page.getByText("校验没有通过", { exact: true })).toBeVisible();
  await expect(page.getByRole("article").first()).toContainText(/没有缴费/);
  await expectAccessible(page, "nothing paid in these months");
});

test("the account behind it", async ({ page, signIn }) => {
  await signIn.asPerson(OF_AN_AGENCY, "/account");
  await expect(page.getByRole("heading", { name: "参保信息" })).toBeVisible();
  await expect(page.getByText("3205**********9961")).toBeVisible();
  await expect(page.getByText("6,888.00")).toBeVisible();
  await expect(page.getByRole("img", { name: /^缴费。近 12 个月/ })).toBeVisible();
  await expect(page.getByText("8050000003")).toBeVisible();
  await expectAccessible(page, "account");
  await page.getByRole("button", { name: "看数据表" }).first().click();
  await expectAccessible(page, "account with the chart as a table");
});

test("an account that is sealed, beside a former one", async ({ page, signIn }) => {
  await signIn.asPerson("P0000107", "/account");
  await expect(page.getByText("2026年2月17日封存")).toBeVisible();
  await expect(page.getByText("7050000107")).toBeVisible();
  await expect(page.getByText("12,083.55")).toBeVisible();
  await expectAccessible(page, "sealed account");
});

async function fillMonths(page: Page, from: string, to: string): Promise<void> {
  const range = page.getByRole("group", { name: "起止月份" });
  await range.getByRole("textbox", { name: "从" }).fill(from);
  await range.getByRole("textbox", { name: "到" }).fill(to);
}
