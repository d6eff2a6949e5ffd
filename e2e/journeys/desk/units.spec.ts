import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";

test("the counter opens a permission to a unit, and closes it with a reason", async ({ staff }) => {
  test.setTimeout(150_000);
  const desk = await staff("counter1");
  await desk.goto("/backoffice/units");
  const units = desk.getByRole("table", { name: "单位和权限" });
  await expect(units).toContainText("测试科技");
  await expectAccessible(desk, "units");
  await desk.getByRole("textbox", { name: /^查单位/ }).fill("公租房");
  await desk.getByRole("button", { name: "查询" }).click();
  await expect(units).not.toContainText("测试科技");
  await desk.getByRole("link", { name: "查看测试公租房" }).click();

  await expect(desk.getByText("还没有开通过权限。")).toBeVisible();
  await desk.getByRole("button", { name: "开通", exact: true }).click();
  await expect(desk.getByText("请写明协议或申请的名称和编号。")).toBeVisible();
  await expectAccessible(desk, "nothing typed");
  await desk.getByRole("radio", { name: "集体租房提取公积金" }).check({ force: true });
  await desk.getByRole("textbox", { name: /^依据/ }).fill("集体租房提取协议 园公房7号");
  await desk.getByRole("textbox", { name: /^第一天/ }).fill("2026-03-17");
  await desk.getByRole("textbox", { name: /^最后一天/ }).fill("2027-03-16");
  await desk.getByRole("button", { name: "开通", exact: true }).click();
  await expect(desk.getByText("已开通“集体租房提取公积金”，并已通知单位。")).toBeVisible();
  const opened = desk.getByRole("row").filter({ hasText: "园公房7号" });
  await expect(opened).toContainText("有效");
  await expectAccessible(desk, "opened");

  await desk.getByRole("button", { name: "关闭“集体租房提取公积金”" }).click();
  const dialog = desk.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "关闭", exact: true }).last().click();
  await expect(dialog.getByText("请写明原因。")).toBeVisible();
  await expectAccessible(desk, "no reason yet");
  await dialog.getByRole("textbox", { name: /^原因/ }).fill("宿舍租约已经解除");
  await dialog.getByRole("button", { name: "关闭", exact: true }).last().click();
  await expect(opened).toContainText("已关闭");
  await expect(opened).toContainText("宿舍租约已经解除");
  await expectAccessible(desk, "closed");
});
