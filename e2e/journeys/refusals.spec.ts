import { expectAccessible } from "../frame/accessible.ts";
import { expect, test } from "../frame/test.ts";

const SERVICE = "/services/sealed-account-withdrawal";
const NAME = "封存住房公积金账户提取";
const FIRST_DAY = "2026年4月17日";
const WAITING = "P0000102";

test("XPL-2: a tap sets a reminder, another takes it back", async ({ page, signIn }) => {
  await signIn.asPerson(WAITING, `${SERVICE}/apply`);
  const remind = page.getByRole("button", { name: `${FIRST_DAY}提醒我` });
  await remind.click();
  await expect(page.getByRole("main").getByText(`已设提醒，${FIRST_DAY}发短信`)).toBeVisible();
  await expectAccessible(page, "reminder set on the card");
  await page.goto("/messages");
  await expect(page.getByRole("heading", { name: "还没到日子的提醒" })).toBeVisible();
  await expect(page.getByRole("link", { name: NAME })).toBeVisible();
  await expectAccessible(page, "reminders among the messages");
  await page.goto("/standing");
  await expectAccessible(page, "reminders among what may be done");
  await page.goto(SERVICE);
  await page.getByRole("button", { name: `取消提醒：${NAME}，${FIRST_DAY}` }).click();
  await expect(remind).toBeVisible();
  await page.goto("/messages");
  await expect(page.getByRole("heading", { name: "消息", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "还没到日子的提醒" })).toBeHidden();
});

test("XPL-13: put before a human from the card, answered, and told", async ({
  page,
  signIn,
  staff,
}) => {
  test.slow();
  await signIn.asPerson(WAITING, `${SERVICE}/apply`);
  await page.getByRole("button", { name: "请人工复核" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("SAW-1");
  await expect(dialog).toContainText(NAME);
  await expectAccessible(page, "what is handed over");
  await dialog.getByRole("textbox").fill("我早就离职了，请核对。");
  await dialog.getByRole("button", { name: "提交复核" }).click();
  await expect(page.getByText("人工复核中，2026年3月24日前答复")).toBeVisible();
  await expectAccessible(page, "waiting for a human");
  await page.getByRole("link", { name: "查看" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("人工复核");
  await expect(page.getByText("工作人员会核对系统的判断和您的记录")).toBeVisible();
  await expectAccessible(page, "the review as it waits");
  const number = page.url().split("/").at(-1) ?? "";

  const desk = await staff("reviewer1");
  await desk.goto("/backoffice/human-reviews");
  await desk.getByRole("link", { name: `核对 ${number}` }).click();
  await expect(desk.getByText("我早就离职了，请核对。")).toBeVisible();
  await desk.getByRole("button", { name: "答复", exact: true }).click();
  await expect(desk.getByText("请选择核对结果。")).toBeVisible();
  await expectAccessible(desk, "nothing chosen");
  await desk.getByRole("radio", { name: /维持原判断/ }).check({ force: true });
  await desk.getByRole("main").getByRole("textbox").last().fill("封存日期核对无误。");
  await desk.getByRole("button", { name: "答复", exact: true }).click();
  await expect(desk.getByText("答复人：")).toBeVisible();
  await expectAccessible(desk, "answered");

  await page.reload();
  await expect(page.getByText("封存日期核对无误。")).toBeVisible();
  await expectAccessible(page, "the answer");
  await page.goto("/applications?show=all");
  await expect(page.getByRole("heading", { name: "人工复核" })).toBeVisible();
  await expectAccessible(page, "among my cases");
  await page.goto("/messages");
  await expect(page.getByRole("heading", { name: /人工复核有答复了/ }).first()).toBeVisible();
});

test("XPL-12: the rule book, from a search to a rule and from a card", async ({ page }) => {
  await page.goto("/rules");
  await expect(page.getByRole("heading", { level: 1, name: "规则手册" })).toBeVisible();
  await expectAccessible(page, "rule book");
  await page.getByRole("textbox", { name: "查规则" }).fill("封存 半年");
  await page.getByRole("link", { name: "SAW-1" }).click();
  await expect(page.getByRole("heading", { name: "怎么说" })).toBeVisible();
  await expect(page.getByText("封存提取须满月数")).toBeVisible();
  await expect(page.getByText("封存才5个月", { exact: true })).toBeVisible();
  await expect(page.getByText("系统会说").first()).toBeVisible();
  await expectAccessible(page, "one rule");
  await page.goto("/rules/XXX-99");
  await expect(page.getByText("没有这条规则").first()).toBeVisible();
  await page.goto(SERVICE);
  await page.getByRole("link", { name: "SAW-1" }).first().click();
  await expect(page).toHaveURL(/\/rules\/SAW-1$/);
});

test("XPL-14: the promise, and what is known of it", async ({ page }) => {
  await page.goto(SERVICE);
  await expect(page.getByText("最近 30 天实际")).toBeVisible();
  await expect(page.getByText(/还不能说明快慢|九成在/)).toBeVisible();
});
