import { readFile } from "node:fs/promises";
import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";
import { CasePage, WITHDRAWAL, WithdrawalForm } from "../../pages/withdrawal-form.ts";

test("the figures are seen as charts and taken along as a workbook (REV-6)", async ({
  page,
  signIn,
  staff,
  database,
}) => {
  test.setTimeout(150_000);
  const form = new WithdrawalForm(page);
  await database.forgetDrafts("P0000018");
  await signIn.asPerson("P0000018", WITHDRAWAL);
  await form.fill();
  const mine = new CasePage(page);
  await mine.open(await form.file());
  await mine.withdraw();
  const desk = await staff("auditor1");
  await desk.goto("/backoffice/statistics");
  await expect(desk.getByRole("img", { name: /^每周办件量/ })).toBeVisible();
  await expectAccessible(desk, "figures");
  const [file] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("button", { name: "导出表格" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^办件统计2025-12-18至2026-03-17\.xlsx$/);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  await desk.goto("/backoffice/audit?action=report.export");
  await expect(desk.getByRole("table")).toContainText("auditor1");
  await expectAccessible(desk, "export in the log");
});
