import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";

const KEY = "/backoffice/policy/value?key=withdrawal.sealedMonths";

test("a value is prepared, tried, released by a second, and taken back before its day (POL-2, XPL-11)", async ({
  staff,
}) => {
  test.setTimeout(200_000);
  const one = await staff("policy1");
  await one.goto(KEY);
  const row = (page: typeof one, state: string) =>
    page
      .getByRole("table", { name: "历次取值" })
      .getByRole("row", { name: new RegExp(`^${state}`) });
  await one.getByRole("button", { name: "提交拟定" }).click();
  await expect(one.getByText("请填写生效日期，例如 2026-07-01。")).toBeVisible();
  await one.getByRole("textbox", { name: /^一般情形/ }).fill("12");
  await one.getByRole("textbox", { name: "生效日期" }).fill("2026-09-01");
  await one.getByRole("textbox", { name: "依据" }).fill("测政〔2026〕3号");
  await one.getByRole("button", { name: "提交拟定" }).click();
  await expect(row(one, "待发布")).toContainText("12 个月");
  // Who prepared it tries it, and can't release it.
  await expect(row(one, "待发布")).toContainText("须由另一位参数管理人员发布");
  await expect(row(one, "待发布").getByRole("button", { name: /^发布/ })).toHaveCount(0);
  await row(one, "待发布").getByRole("button", { name: /^试算/ }).click();
  await expect(one.getByRole("heading", { name: /^试算 2026年9月1日起：12 个月/ })).toBeVisible();
  await expect(one.getByText(/近 90 天/)).toBeVisible();
  await expectAccessible(one, "prepared and tried");

  const other = await staff("policy2");
  await other.goto(KEY);
  await row(other, "待发布").getByRole("button", { name: /^发布/ }).click();
  const asked = other.getByRole("alertdialog");
  await expect(asked).toContainText("从2026年9月1日起");
  await expectAccessible(other, "about to release");
  await asked.getByRole("button", { name: "确认发布" }).click();
  await expect(row(other, "将生效")).toContainText("测策一 / 测策二");
  await expect(row(other, "现行")).toContainText("2026年8月31日止");
  // The button that was pressed is gone with what it did: the focus is on the page.
  await expect(other.getByRole("main")).toBeFocused();

  await row(other, "将生效").getByRole("button", { name: /^收回/ }).click();
  await expect(asked).toContainText("沿用原来的值：6 个月");
  await expectAccessible(other, "about to take back");
  await asked.getByRole("button", { name: "确认拟定收回" }).click();
  await expect(row(other, "待发布")).toContainText("收回2026年9月1日起的新值");
  await expect(row(other, "待发布").getByRole("button", { name: /^发布/ })).toHaveCount(0);
  await one.reload();
  await row(one, "待发布").getByRole("button", { name: /^发布/ }).click();
  await one.getByRole("alertdialog").getByRole("button", { name: "确认发布" }).click();
  await expect(row(one, "待发布")).toHaveCount(0);
  await expect(row(one, "将生效")).toContainText("6 个月");
  await expect(one.getByRole("table", { name: "历次取值" })).not.toContainText("12 个月");
  await expectAccessible(one, "taken back");
});
