import { examples } from "@hall/domain/services/housing-loan-query/examples";
import { housingLoanQuery } from "@hall/domain/services/housing-loan-query/service";
import { expectAccessible } from "../frame/accessible.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage } from "../pages/apply-page.ts";

test("three views of a combined loan", async ({ page, signIn }) => {
  await signIn.asPerson("P0000003", "/loan");
  await expect(page.getByText("GD0000003")).toBeVisible();
  await expect(page.getByText("组合贷款", { exact: true })).toBeVisible();
  await expect(page.getByText(/商业贷款部分/).first()).toBeVisible();
  await expectAccessible(page, "basics");

  await page.getByRole("tab", { name: "还款计划" }).click();
  await expect(page.getByRole("img", { name: /每年应还的本金和利息/ })).toBeVisible();
  const plan = page.getByRole("table", { name: "还款计划" });
  // Principal adds up to the loan; the page opens at the instalment that comes next.
  await expect(plan).toContainText("600,000.00");
  await expect(plan.getByText("未到期").first()).toBeVisible();
  await expectAccessible(page, "plan");
  await page.getByRole("button", { name: "下一页" }).click();
  await expect(page.getByText(/第 37–48 条/)).toBeVisible();
  await page.getByRole("button", { name: "看数据表" }).click();
  await expect(page.getByRole("table", { name: "每年应还的本金和利息" })).toBeVisible();
  await expectAccessible(page, "plan with the chart as a table");

  await page.getByRole("tab", { name: "还款记录" }).click();
  const record = page.getByRole("table", { name: "还款记录" });
  await expect(record).toBeVisible();
  await expect(record).toContainText("按时");
  await expectAccessible(page, "record");
  await page.reload();
  await expect(page.getByRole("tab", { name: "还款记录", selected: true })).toBeVisible();
});

test("who has no loan is told so", async ({ page, signIn }) => {
  await signIn.asPerson("P0000001", "/loan");
  await expect(page.getByText("没有园区住房公积金贷款")).toBeVisible();
  await expectAccessible(page, "no loan");
  await page.getByRole("tab", { name: "还款记录" }).click();
  await expect(page.getByText("没有园区住房公积金贷款")).toBeVisible();
});

for (const { title, signsInAs, rules } of refusedOnSight(housingLoanQuery, examples)) {
  test(`refused: ${title}`, async ({ page, signIn }) => {
    const apply = new ApplyPage(page);
    await signIn.asPerson(signsInAs, "/loan");
    for (const rule of rules) await expect(apply.refusal(rule)).toBeVisible();
    await expectAccessible(page, title);
  });
}
