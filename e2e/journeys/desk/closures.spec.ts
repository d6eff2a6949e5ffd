import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";

const notice = "系统升级，明天恢复。急办请到柜台。";
const service = "封存住房公积金账户提取";

test("a service is shut with a notice, which its guide and form show, and opened again", async ({
  page,
  signIn,
  staff,
}) => {
  test.setTimeout(150_000);
  const desk = await staff("admin1");
  await desk.goto("/backoffice/closures");
  const form = desk.locator("form").filter({ has: desk.getByLabel(/^通知/) });
  await form.getByRole("button", { name: "暂停办理" }).click();
  await expect(desk.getByText("请选择事项。")).toBeVisible();
  await expectAccessible(desk, "nothing typed");
  await form.getByRole("button", { name: /事项/ }).click();
  await desk.getByRole("option", { name: service, exact: true }).click();
  await form.getByLabel(/^通知/).fill(notice);
  await form.getByRole("button", { name: "暂停办理" }).click();
  await expect(desk.getByText(`“${service}”已暂停。`)).toBeVisible();
  await expect(desk.getByRole("row").filter({ hasText: service })).toContainText("暂停中");
  await expectAccessible(desk, "shut");

  await page.goto("/services/sealed-account-withdrawal");
  await expect(page.getByText("本事项暂停办理")).toBeVisible();
  await expect(page.getByText(notice)).toBeVisible();
  await signIn.asPerson("P0000012", "/services/sealed-account-withdrawal/apply");
  // Before any typing, and not at its end.
  await expect(page.getByText(notice)).toBeVisible();
  await expectAccessible(page, "the form of a shut service");

  await desk.getByRole("button", { name: `恢复办理${service}` }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "恢复办理" }).click();
  await expect(desk.getByText("没有暂停的事项")).toBeVisible();
  await expect(desk.getByText(`“${service}”已恢复办理。`)).toBeVisible();
  await expect(desk.getByText(`“${service}”已暂停。`)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("button", { name: "下一步" })).toBeVisible();
  await expect(page.getByText(notice)).toBeHidden();
});
