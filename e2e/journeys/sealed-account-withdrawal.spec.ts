import { readFile } from "node:fs/promises";
import { examples } from "@hall/domain/services/sealed-account-withdrawal/examples";
import { sealedAccountWithdrawal } from "@hall/domain/services/sealed-account-withdrawal/service";
import { expectAccessible } from "../frame/accessible.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { FinanceDesk } from "../pages/finance-desk.ts";
import { ReviewDesk } from "../pages/review-desk.ts";
import { CasePage, WITHDRAWAL, WithdrawalForm } from "../pages/withdrawal-form.ts";

const PERSON = "P0000012";

test("SAW-3: from the form to the money, with a supplement on the way", async ({
  page,
  signIn,
  staff,
  database,
}) => {
  test.setTimeout(240_000);
  const form = new WithdrawalForm(page);
  const mine = new CasePage(page);
  await database.forgetDrafts(PERSON);
  await signIn.asPerson(PERSON, WITHDRAWAL);
  await expect(page.getByText("请核对中心的记录")).toBeVisible();
  await expectAccessible(page, "record");
  await form.next();
  await form.next();
  await expect(page.getByText("请先阅读，同意后打勾。")).toBeVisible();
  await expectAccessible(page, "no consent yet");
  await form.agree();
  await form.next();
  await expectAccessible(page, "household");
  await form.next();
  await expectAccessible(page, "payee");
  await form.next();
  await form.check();
  await expectAccessible(page, "checked");
  await form.askToSubmit();
  await expectAccessible(page, "confirmation");
  await form.confirm();
  await expect(page.getByText("已提交，等待审核")).toBeVisible();
  const number = /applications\/(\d+)\//.exec(page.url())?.[1] ?? "";
  await expectAccessible(page, "receipt");
  await page.goto("/account");
  await expect(page.getByText(`由办件 ${number} 冻结`)).toBeVisible();
  await expectAccessible(page, "frozen account");

  const reviewer = new ReviewDesk(await staff("reviewer1"));
  await reviewer.openQueue();
  await expectAccessible(reviewer.page, "queue");
  await reviewer.open(number);
  await expectAccessible(reviewer.page, "case to claim");
  await reviewer.claim();
  await expectAccessible(reviewer.page, "claimed case");
  await reviewer.ask("户籍地址", "请补充门牌号。");
  await expectAccessible(reviewer.page, "asked");

  await mine.open(number);
  await mine.stands("待补正");
  await expect(page.getByText(/办理时限暂停计算/)).toBeVisible();
  await expectAccessible(page, "supplement asked");
  await mine.supplement("合肥市蜀山区潜山路 1 号 2 幢 301 室");
  await mine.stands("已受理，等待审核");
  await expectAccessible(page, "supplemented");

  await reviewer.open(number);
  await expect(reviewer.page.getByText("潜山路 1 号 2 幢 301 室").first()).toBeVisible();
  await reviewer.claim();
  await reviewer.approve("情况属实。");
  await expectAccessible(reviewer.page, "approved");

  const maker = new FinanceDesk(await staff("finance1"));
  await maker.openOrders();
  await expectAccessible(maker.page, "orders");
  const batch = await maker.makeBatchOf(number);
  await expectAccessible(maker.page, "batch made");
  await maker.openBatch(batch);
  // Who made it doesn't release it.
  await expect(maker.page.getByRole("button", { name: /^复核放行/ })).toHaveCount(0);
  const releaser = new FinanceDesk(await staff("finance2"));
  await releaser.release(batch);
  const coming = releaser.page.waitForEvent("download");
  await releaser.page.getByRole("button", { name: /下载银行文件/ }).click();
  const file = await readFile(await (await coming).path(), "utf8");
  expect(file).toContain(batch);
  await expectAccessible(releaser.page, "released batch");
  await mine.open(number);
  await expect(page.getByText("已送银行")).toBeVisible();
  await releaser.bankAnswers(batch);
  await expectAccessible(releaser.page, "bank answered");

  await mine.open(number);
  await mine.stands("已办结");
  await expect(page.getByText("已到账")).toBeVisible();
  await expectAccessible(page, "done");
  await page.goto("/account");
  await expect(page.getByRole("main")).toContainText("0.00");
  await expectAccessible(page, "emptied account");

  const admin = await staff("admin1");
  await admin.goto("/backoffice/messages");
  await expect(admin.getByRole("row").filter({ hasText: number }).first()).toContainText(/到账|付/);
  await expectAccessible(admin, "messages sent");
});

for (const { title, signsInAs, rules } of refusedOnSight(sealedAccountWithdrawal, examples)) {
  test(`refused: ${title}`, async ({ page, signIn }) => {
    const form = new WithdrawalForm(page);
    await signIn.asPerson(signsInAs, WITHDRAWAL);
    for (const rule of rules) await expect(form.refusal(rule).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
    await expectAccessible(page, title);
  });
}

// Half a year on from the day of sealing, as the rule reckons it, seen from 17 March 2026.
for (const [person, firstDay] of [
  ["P0000102", "2026年4月17日"],
  ["P0000104", "2026年3月18日"],
] as const) {
  test(`${person} may from ${firstDay} on`, async ({ page, signIn }) => {
    await signIn.asPerson(person, WITHDRAWAL);
    const card = new WithdrawalForm(page).refusal("SAW-1").first();
    await expect(card).toContainText("最早可办");
    await expect(card).toContainText(firstDay);
    await page.goto("/standing");
    await expect(
      page.getByRole("link").filter({ hasText: "封存住房公积金账户提取" }),
    ).toContainText(firstDay);
    await expectAccessible(page, "standing");
  });
}
