import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";

test("a system administrator makes an account, hands it over, and locks it", async ({ staff }) => {
  test.setTimeout(150_000);
  const desk = await staff("admin1");
  await desk.goto("/backoffice/staff");
  const table = desk.getByRole("table", { name: "用户和岗位" });
  await expect(table).toContainText("reviewer1");
  // Nobody changes their own account.
  const own = table.getByRole("row").filter({ hasText: "admin1" });
  await expect(own.getByRole("button")).toHaveCount(0);
  await desk.getByRole("button", { name: "新建用户" }).click();
  await expect(desk.getByText("请至少选一个岗位")).toBeVisible();
  await expectAccessible(desk, "nothing typed");

  await desk.getByRole("textbox", { name: /^用户名/ }).fill("counter7");
  await desk.getByRole("textbox", { name: /^姓名/ }).fill("测柜七");
  await desk.getByRole("checkbox", { name: "审计人员" }).check({ force: true });
  await desk.getByRole("checkbox", { name: "系统管理人员" }).check({ force: true });
  await expect(desk.getByText("系统管理和审计不能由同一人担任").last()).toBeVisible();
  await desk.getByRole("checkbox", { name: "审计人员" }).uncheck({ force: true });
  await desk.getByRole("checkbox", { name: "系统管理人员" }).uncheck({ force: true });
  await desk.getByRole("checkbox", { name: "窗口人员" }).check({ force: true });
  await desk.getByRole("button", { name: "新建用户" }).click();
  const handed = desk.getByRole("alertdialog");
  await expect(handed).toContainText("只显示这一次");
  await expect(handed.getByRole("img", { name: "动态口令的二维码" })).toBeVisible();
  await expectAccessible(desk, "handed over");
  await handed.getByRole("button", { name: "已交给本人" }).click();

  const row = table.getByRole("row").filter({ hasText: "counter7" });
  await expect(row).toContainText("待首次登录");
  await row.getByRole("button", { name: "改岗位：测柜七" }).click();
  const dialog = desk.getByRole("alertdialog");
  await dialog.getByRole("checkbox", { name: "财务" }).check({ force: true });
  await expectAccessible(desk, "roles");
  await dialog.getByRole("button", { name: "保存岗位" }).click();
  await expect(row).toContainText("窗口人员、财务人员");
  await row.getByRole("button", { name: "停用：测柜七" }).click();
  await dialog.getByRole("button", { name: "停用", exact: true }).click();
  await expect(row).toContainText("已停用");
  await expectAccessible(desk, "locked");
});
