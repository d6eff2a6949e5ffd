import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";
import { CasePage, WITHDRAWAL, WithdrawalForm } from "../../pages/withdrawal-form.ts";

test("a reviewer goes through two hundred cases without a mouse (REV-1, REV-2)", async ({
  page,
  signIn,
  staff,
  database,
}) => {
  test.setTimeout(200_000);
  const form = new WithdrawalForm(page);
  await database.forgetDrafts("P0000018");
  await signIn.asPerson("P0000018", WITHDRAWAL);
  await form.fill();
  const number = await form.file();
  const mine = new CasePage(page);
  await mine.open(number);
  await mine.withdraw();
  // Of these twenty are overdue, thirty due today.
  await database.fillQueue(number, 200);
  const desk = await staff("reviewer2");
  try {
    await desk.goto("/backoffice/queue");
    const rows = desk.getByRole("table", { name: "审核队列" }).getByRole("row");
    await expect(rows).toHaveCount(51);
    await expect(rows.nth(1)).toContainText("超期");
    await expect(rows.nth(1)).toContainText("未认领");
    await expect(desk.getByRole("tab", { name: /今天到期/ })).toContainText("30");
    await expectAccessible(desk, "two hundred in the queue");

    const { keyboard } = desk;
    await keyboard.press("]");
    await expect(rows.nth(1)).not.toContainText("超期");
    await keyboard.press("[");
    await expect(rows.nth(1)).toContainText("超期");
    await keyboard.press("4");
    await expect(rows).toHaveCount(21);
    await keyboard.press("j");
    await keyboard.press("c");
    await expect(rows.nth(1)).toContainText("审核中");
    await keyboard.press("Enter");

    const panel = desk.getByRole("complementary", { name: "审核" });
    await expect(panel.getByRole("button", { name: /^不通过/ })).toBeVisible();
    const first = desk.url();
    await keyboard.press("f");
    await expect(panel.getByRole("button", { name: "确认不通过" })).toBeVisible();
    await keyboard.press("Space");
    await keyboard.press("Control+Enter");
    await expect(panel.getByText("已办理", { exact: true })).toBeVisible();
    await keyboard.press("n");
    await expect(desk).not.toHaveURL(first);
    await expect(panel.getByRole("button", { name: /^认领/ })).toBeVisible();
    await expectAccessible(desk, "the next one");
    await keyboard.press("u");
    await expect(rows).toHaveCount(20);
  } finally {
    await database.emptyQueue();
  }
});
