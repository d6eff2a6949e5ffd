import { expectAccessible } from "../../frame/accessible.ts";
import { DEMO_PASSWORD } from "../../frame/people.ts";
import { signInStaff } from "../../frame/staff-room.ts";
import { expect, test } from "../../frame/test.ts";
import { freshCode } from "../../frame/totp.ts";

test("name, password and a code that works once", async ({ page, database }) => {
  test.setTimeout(120_000);
  await database.locksEnd();
  await page.goto("/backoffice/queue");
  await expect(page).toHaveURL(/sign-in/);
  await expectAccessible(page, "staff sign-in");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByText("动态口令是 6 位数字。")).toBeVisible();
  await expectAccessible(page, "nothing filled in");

  const code = await freshCode(database, "auditor1");
  await signInStaff(page, "auditor1", code);
  await expect(page.getByText("测审计").first()).toBeVisible();
  await expectAccessible(page, "start of an auditor");
  await page.goto("/backoffice/payments");
  await expectAccessible(page, "orders, to look at");
  await page.goto("/backoffice/policy");
  await expectAccessible(page, "policy");
  await page.goto("/backoffice/audit");
  await expectAccessible(page, "audit");

  await page.context().clearCookies();
  await page.goto("/backoffice/sign-in");
  await page.getByLabel("用户名").fill("auditor1");
  await page.getByRole("textbox", { name: "密码" }).fill(DEMO_PASSWORD);
  await page.getByLabel("动态口令").fill(code);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("请核对后再试");
  await database.locksEnd();
});
