import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import exceljs from "exceljs";
import { expectAccessible } from "../frame/accessible.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage } from "../pages/apply-page.ts";

const AT = "/unit/student-query";
/** The pupil whom the school has this year. */
const PUPIL = "320599201309019928";

async function ask(page: Page, start: string, end: string): Promise<void> {
  await page.getByRole("textbox", { name: "开始日期" }).fill(start);
  await page.getByRole("textbox", { name: "结束日期" }).fill(end);
  await page.getByRole("button", { name: "查询", exact: true }).click();
}

async function exported(page: Page, format: "xlsx" | "csv"): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: `导出 ${format}` }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`测试小学新增学生明细20260101-20260317.${format}`);
  return readFile(await download.path());
}

test("a school looks at its students, sums them and takes them along", async ({ page, signIn }) => {
  await signIn.asUnit("U0000004", AT);
  await ask(page, "2026-01-01", "2026-03-17");
  const students = page.getByRole("table", { name: "新增学生明细" });
  await expect(students).toContainText("测学一");
  await expect(students).toContainText("3205**********9928");
  await expect(page.getByText(PUPIL)).toHaveCount(0);
  await expect(page.getByText("测学二")).toHaveCount(0);
  await expectAccessible(page, "students");

  expect((await exported(page, "csv")).toString("utf8")).toContain(PUPIL);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(await exported(page, "xlsx")).buffer);
  const rows = workbook.worksheets[0]?.getSheetValues();
  expect(JSON.stringify(rows)).toContain(PUPIL);

  await page.getByRole("tab", { name: "登记汇总" }).click();
  const summary = page.getByRole("table", { name: "登记汇总" });
  await expect(summary).toContainText("六年级一班");
  await expectAccessible(page, "summary");
  await page.reload();
  await expect(page.getByRole("tab", { name: "登记汇总", selected: true })).toBeVisible();

  await page.emulateMedia({ media: "print" });
  await expect(summary).toBeVisible();
  await expect(page.getByRole("button", { name: "导出 csv" })).toBeHidden();
});

test("a span that makes no sense is refused with its limit", async ({ page, signIn }) => {
  const apply = new ApplyPage(page);
  await signIn.asUnit("U0000004", AT);
  await ask(page, "2026-03-17", "2026-03-16");
  await expect(apply.refusal("STQ-3")).toContainText("结束日期早于开始日期");
  await expectAccessible(page, "end before start");
  await ask(page, "2021-03-16", "2026-03-17");
  await expect(apply.refusal("STQ-3")).toContainText("2026年3月16日");
  await expectAccessible(page, "over five years");
  await ask(page, "2021-03-17", "2026-03-17");
  await expect(page.getByRole("table", { name: "新增学生明细" })).toBeVisible();
});
