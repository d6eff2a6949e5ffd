import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";

test("the window takes a case in, leads it on, and its person sees it", async ({
  page,
  signIn,
  staff,
}) => {
  test.setTimeout(150_000);
  const desk = await staff("counter1");
  await desk.goto("/backoffice/counter");
  await expect(desk.getByRole("table", { name: "窗口承诺件" })).toContainText("P0000003");
  await desk.getByRole("button", { name: "登记", exact: true }).click();
  await expect(desk.getByText("请填写事项。")).toBeVisible();
  await expectAccessible(desk, "nothing typed");

  await desk.getByRole("textbox", { name: /^个人编号/ }).fill("P0000012");
  await desk.getByRole("textbox", { name: /^姓名/ }).fill("测错一");
  await desk.getByRole("textbox", { name: /^事项/ }).fill("住房公积金异地转移");
  await desk.getByRole("textbox", { name: /^承诺的工作日数/ }).fill("5");
  await desk.getByRole("button", { name: "登记", exact: true }).click();
  await expect(desk.getByText("个人编号和姓名对不上").first()).toBeVisible();
  await desk.getByRole("textbox", { name: /^姓名/ }).fill("测离一");
  await desk.getByRole("button", { name: "登记", exact: true }).click();
  const told = desk.getByText(/已登记，编号 \d{17}。/);
  await expect(told).toBeVisible();
  const number = /\d{17}/.exec((await told.textContent()) ?? "")?.[0] ?? "";
  await expectAccessible(desk, "registered");

  await desk.getByRole("link", { name: `打开 ${number}` }).click();
  await expect(desk.getByText("2026年3月24日").first()).toBeVisible();
  await desk.getByRole("textbox", { name: /^下一环节/ }).fill("材料审核");
  await desk.getByRole("button", { name: "进入下一环节" }).click();
  await expect(desk.getByText("已进入“材料审核”。")).toBeVisible();
  await expectAccessible(desk, "led on");

  await signIn.asPerson("P0000012", "/progress");
  const cases = page.getByRole("table", { name: "办理进度" });
  await expect(cases).toContainText("材料审核");
  await expect(cases).toContainText("还有 5 个工作日");

  await desk.getByRole("radio", { name: "予以办理" }).check({ force: true });
  await desk.getByRole("textbox", { name: /^结果说明/ }).fill("已转入苏州市区账户。");
  await desk.getByRole("button", { name: "办结", exact: true }).click();
  await expect(desk.getByText("已办结，不能再改。")).toBeVisible();
  await expectAccessible(desk, "finished");
  await page.reload();
  await expect(cases).toContainText("予以办理：已转入苏州市区账户。");
});
