import { readFile } from "node:fs/promises";
import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";

test("an auditor searches the log, turns its pages by key, checks its chain, and takes it along (AUD-1)", async ({
  staff,
  database,
}) => {
  test.setTimeout(120_000);
  const desk = await staff("auditor1");
  await database.fillLog("2025-06-02", 120);
  await desk.goto("/backoffice/audit");
  const table = desk.getByRole("table", { name: "审计" });
  await desk.getByRole("textbox", { name: /^操作人/ }).fill("auditor1");
  await desk.getByRole("textbox", { name: /^从/ }).fill("不是日期");
  await desk.getByRole("button", { name: "查找" }).click();
  await expect(desk.getByText(/请.*填写.*2026-03-18/)).toBeVisible();
  await expectAccessible(desk, "a wrong day");
  await desk.getByRole("textbox", { name: /^从/ }).fill("2025-03-18");
  await desk.getByRole("textbox", { name: /^到/ }).fill("2026-03-17");
  await desk.getByRole("button", { name: "查找" }).click();
  await expect(desk).toHaveURL(/actor=auditor1&from=2025-03-18&to=2026-03-17/);
  await expect(table.getByRole("row").nth(1)).toContainText("auditor1");

  await desk.goto("/backoffice/audit?from=2025-06-02&to=2025-06-02&action=query.make");
  await expect(desk.getByText("第 1–50 条")).toBeVisible();
  await desk.keyboard.press("]");
  // A key that is hit twice goes on once: the second page isn't taken for the third.
  await desk.keyboard.press("]");
  const rows = table.getByRole("row");
  await expect(rows.nth(1)).toContainText("10:10");
  await expect(desk.getByText("第 51–100 条")).toBeVisible();
  await desk.keyboard.press("]");
  await expect(desk.getByText("第 101–120 条")).toBeVisible();
  await desk.keyboard.press("[");
  await expect(desk.getByText("第 51–100 条")).toBeVisible();
  await expectAccessible(desk, "a day of the year before");

  await desk.getByRole("button", { name: "核对审计链" }).click();
  await expect(desk.getByText("审计链完整")).toBeVisible();
  await expectAccessible(desk, "the chain is whole");
  const [file] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("button", { name: "导出表格" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("审计记录.xlsx");
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  await desk.goto("/backoffice/audit");
  await expect(table).toContainText("导出审计记录");
  await expect(table).toContainText("核对审计链");
});
