import { expectAccessible } from "../frame/accessible.ts";
import { DEMO_PASSWORD } from "../frame/people.ts";
import { expect, test } from "../frame/test.ts";

test("an employer without permissions sees its certificate, agents and people", async ({
  page,
  signIn,
}) => {
  await signIn.asUnitByCertificate("U0000006", "/unit", DEMO_PASSWORD);
  await expect(page.getByRole("heading", { name: "数字证书" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "还有" })).toBeVisible();
  await expect(page.getByText("没有另外开通的权限", { exact: false })).toBeVisible();
  await expect(page.getByText("没有等您处理的事")).toBeVisible();
  await expectAccessible(page, "employer without permissions");
});

test("an employer's permissions, and its people page by page", async ({ page, signIn }) => {
  await signIn.asUnitByCertificate("U0000001", "/unit", DEMO_PASSWORD);
  await expect(page.getByText("异地就医登记（单位申请）").first()).toBeVisible();
  await expectAccessible(page, "employer");
  await page.getByRole("link", { name: "看名单" }).click();
  await expect(page.getByRole("heading", { name: "参保人员", level: 1 })).toBeVisible();
  await expect(page.getByText("测甲一").first()).toBeVisible();
  await expectAccessible(page, "people");
});

test("a school sees what waits and goes straight to the rows to be mended", async ({
  page,
  signIn,
}) => {
  await signIn.asUnit("U0000004", "/unit");
  await expect(page.getByRole("heading", { name: "待办" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "经办人员" })).toBeVisible();
  await expectAccessible(page, "school");
});
