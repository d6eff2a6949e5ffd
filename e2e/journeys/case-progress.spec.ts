import { expectAccessible } from "../frame/accessible.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage } from "../pages/apply-page.ts";

const AT = "/progress";

test("this year's cases of the window, then last year's", async ({ page, signIn }) => {
  await signIn.asPerson("P0000003", AT);
  const cases = page.getByRole("table", { name: "办理进度" });
  await expect(cases).toContainText("机关事业单位养老保险关系转移接续");
  await expect(cases).toContainText("材料审核");
  await expect(cases).toContainText("2026年4月1日");
  await expect(cases).toContainText("综合窗口");
  await expect(cases).not.toContainText("灵活就业社会保险补贴申领");
  const since = page.getByRole("textbox", { name: "受理开始日期" });
  await expect(since).toHaveValue("2026-01-01");
  await expectAccessible(page, "this year");

  await since.fill("2025-01-01");
  await page.getByRole("button", { name: "查询", exact: true }).click();
  await expect(cases).toContainText("灵活就业社会保险补贴申领");
  await expect(cases).toContainText("不予办理");
  await page.reload();
  await expect(cases).toContainText("灵活就业社会保险补贴申领");
  await expectAccessible(page, "since last year");
});

test("a day to come is refused, and one that isn't is told at once", async ({ page, signIn }) => {
  const apply = new ApplyPage(page);
  await signIn.asPerson("P0000003", AT);
  const since = page.getByRole("textbox", { name: "受理开始日期" });
  const ask = page.getByRole("button", { name: "查询", exact: true });
  await expect(since).toHaveValue("2026-01-01");
  await since.fill("2026-02-30");
  await since.press("Enter");
  await expect(page.getByText(/请按“年-月-日”填写/)).toBeVisible();
  await since.fill("2026-03-18");
  await ask.click();
  await expect(apply.refusal("CPQ-3")).toContainText("受理开始日期还没有到");
  await expectAccessible(page, "a day to come");
});

test("who has no case is told so", async ({ page, signIn }) => {
  await signIn.asPerson("P0000106", AT);
  await expect(page.getByText("没有办件", { exact: true })).toBeVisible();
  await expectAccessible(page, "no case");
});
