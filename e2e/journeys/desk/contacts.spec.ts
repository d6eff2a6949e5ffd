import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";

test("XPL-13: the counter changes a phone against the document, and payments wait", async ({
  staff,
}) => {
  const desk = await staff("counter1");
  await desk.goto("/backoffice/contacts");
  await expectAccessible(desk, "nobody found yet");
  await desk.getByRole("textbox", { name: "个人编号" }).fill("p0000163");
  await desk.getByRole("button", { name: "查找" }).click();
  await expect(desk.getByRole("heading", { name: "现在的登记" })).toBeVisible();
  await desk.getByRole("button", { name: "变更", exact: true }).click();
  await expect(desk.getByText("请先核对身份证件。")).toBeVisible();
  await expectAccessible(desk, "nothing filled in");
  await desk.getByRole("radio", { name: "手机号码" }).check({ force: true });
  await desk.getByRole("textbox", { name: /^姓名/ }).fill("测失四");
  await desk.getByRole("textbox", { name: /^新的手机号码/ }).fill("139 0000 7777");
  await desk.getByRole("checkbox").check({ force: true });
  await desk.getByRole("button", { name: "变更", exact: true }).click();
  await expect(desk.getByRole("alertdialog")).toContainText("通知发到原来的手机");
  await expectAccessible(desk, "what follows from it");
  await desk.getByRole("button", { name: "确认变更" }).click();
  await expect(desk.getByText("已变更，通知已发到原来的手机。")).toBeVisible();
  await expect(desk.getByText("139****7777")).toBeVisible();
  await expect(desk.getByText(/刚刚变更过，2026年3月18日/)).toBeVisible();
  await expectAccessible(desk, "changed");
});

test("the counter ends all sign-ins of somebody whose account may be misused", async ({
  page,
  signIn,
  staff,
}) => {
  await signIn.asPerson("P0000163", "/account");
  const desk = await staff("counter1");
  await desk.goto("/backoffice/contacts?person=P0000163");
  await desk.getByRole("button", { name: "结束全部登录" }).click();
  await expect(desk.getByRole("alertdialog")).toContainText("所有设备上的登录马上结束");
  await desk.getByRole("button", { name: "确认结束" }).click();
  await expect(desk.getByText(/已结束 \d+ 处登录/)).toBeVisible();
  await expectAccessible(desk, "signed out everywhere");
  await page.goto("/account");
  await expect(page.getByLabel("个人编号")).toBeVisible();
});
