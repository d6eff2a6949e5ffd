import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";

test("a notice is drafted, published, and withdrawn", async ({ staff, request }) => {
  test.setTimeout(150_000);
  const desk = await staff("policy1");
  const title = "清明节放假安排";
  await desk.goto("/backoffice/notices");
  await expect(desk.getByRole("heading", { name: "起草公告" })).toBeVisible();
  await desk.getByRole("button", { name: "存为草稿" }).click();
  await expect(desk.getByText("标题至少4个字。")).toBeVisible();
  await expectAccessible(desk, "nothing typed");
  await desk.getByRole("textbox", { name: /^标题/ }).fill(title);
  await desk
    .getByRole("textbox", { name: /^内容/ })
    .fill("4月4日至6日放假，4月7日起照常办理。\n网上可随时提交。");
  await desk.getByRole("textbox", { name: /^第一天/ }).fill("2026-03-17");
  await desk.getByRole("textbox", { name: /^最后一天/ }).fill("2026-04-06");
  await desk.getByRole("button", { name: "存为草稿" }).click();
  const row = desk.getByRole("row").filter({ hasText: title });
  await expect(row).toContainText("草稿");
  await expectAccessible(desk, "drafted");
  const shown = async () => {
    const answer = await request.get("/api/v1/notices");
    const { items }: { items: { title: string }[] } = await answer.json();
    return items.map((item) => item.title);
  };
  expect(await shown()).not.toContain(title);

  await desk.getByRole("button", { name: `发布“${title}”` }).click();
  const dialog = desk.getByRole("alertdialog");
  await expect(dialog).toContainText("发布后不能改，只能撤下");
  await expectAccessible(desk, "asked to publish");
  await dialog.getByRole("button", { name: "发布", exact: true }).click();
  await expect(row).toContainText("显示中");
  expect(await shown()).toContain(title);
  await expectAccessible(desk, "published");

  await desk.getByRole("button", { name: `撤下“${title}”` }).click();
  await dialog.getByRole("button", { name: "撤下", exact: true }).click();
  await expect(row).toContainText("已撤下");
  expect(await shown()).not.toContain(title);
});
