import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";
import { ReceiptPage } from "../../pages/apply-page.ts";
import { FinanceDesk } from "../../pages/finance-desk.ts";
import { ReviewDesk } from "../../pages/review-desk.ts";
import { CasePage, WITHDRAWAL, WithdrawalForm } from "../../pages/withdrawal-form.ts";

test.beforeEach(() => test.setTimeout(150_000));

test("a large amount takes two reviewers", async ({ page, signIn, staff }) => {
  const form = new WithdrawalForm(page);
  await signIn.asPerson("P0000110", WITHDRAWAL);
  await form.fill(/绑定/);
  const number = await form.file();

  const first = new ReviewDesk(await staff("reviewer1"));
  await first.open(number);
  await expect(first.panel).toContainText("需要两位审核人员先后通过");
  await first.claim();
  await first.approve("第一位：情况属实。");
  await expectAccessible(first.page, "approved by the first");
  // The same person again is no second person.
  await first.open(number);
  await expect(first.panel.getByRole("button", { name: /^通过/ })).toHaveCount(0);

  const second = new ReviewDesk(await staff("reviewer2"));
  await second.openQueue();
  await expect(second.row(number)).toContainText("待复核");
  await second.open(number);
  await expect(second.panel).toContainText("测审一");
  await expectAccessible(second.page, "for the second");
  await second.claim();
  await second.approve("第二位：复核通过。");
  const mine = new CasePage(page);
  await mine.open(number);
  await expect(page.getByText("等待付款")).toBeVisible();
});

test("nobody reviews a case of their own", async ({ page, signIn, staff, database }) => {
  const form = new WithdrawalForm(page);
  await database.forgetDrafts("P0000018");
  await signIn.asPerson("P0000018", WITHDRAWAL);
  await form.fill();
  const number = await form.file();
  const own = new ReviewDesk(await staff("reviewer1"));
  await own.openQueue();
  await expect(own.row(number)).toContainText("本人办件");
  await expect(own.row(number).getByRole("button")).toHaveCount(0);
  await expectAccessible(own.page, "own case in the queue");
  await own.page.goto(`/backoffice/queue/${number}`);
  await expect(own.page.getByRole("alert")).toBeVisible();
  await expect(own.page.getByRole("button", { name: /^认领/ })).toHaveCount(0);

  // Withdrawn, so that the person may come again.
  const mine = new CasePage(page);
  await mine.open(number);
  await mine.withdraw();
  await mine.stands("已撤回");
  await expectAccessible(page, "withdrawn");
});

test("a refusal is told with its reason", async ({ page, signIn, staff, database }) => {
  const form = new WithdrawalForm(page);
  await database.forgetDrafts("P0000018");
  await signIn.asPerson("P0000018", WITHDRAWAL);
  await form.fill();
  const number = await form.file();
  const reviewer = new ReviewDesk(await staff("reviewer2"));
  await reviewer.open(number);
  await reviewer.claim();
  await reviewer.panel.getByRole("button", { name: /^不通过/ }).click();
  await reviewer.panel.getByRole("button", { name: "确认不通过" }).click();
  await expect(reviewer.panel.getByText("请选择理由，或者写明说明。")).toBeVisible();
  await expectAccessible(reviewer.page, "no reason yet");
  await reviewer.panel.getByRole("button", { name: "返回" }).click();
  await reviewer.refuse("户籍地址与户口簿不一致，请更正后重新申请。");
  const mine = new CasePage(page);
  await mine.open(number);
  await expect(page.getByText("户籍地址与户口簿不一致").first()).toBeVisible();
  await expectAccessible(page, "refused");
  await page.goto("/account");
  await expect(page.getByText(/由办件 .* 冻结/)).toHaveCount(0);
});

test("a payment that comes back is paid anew", async ({ page, signIn, staff }) => {
  const form = new WithdrawalForm(page);
  await signIn.asPerson("P0000107", WITHDRAWAL);
  await form.fill();
  await form.check();
  await form.askToSubmit();
  await form.confirm();
  const number = await new ReceiptPage(page).number();
  const reviewer = new ReviewDesk(await staff("reviewer2"));
  await reviewer.open(number);
  await reviewer.claim();
  await reviewer.approve("情况属实。");

  const maker = new FinanceDesk(await staff("finance1"));
  const releaser = new FinanceDesk(await staff("finance2"));
  const batch = await maker.makeBatchOf(number);
  await releaser.release(batch);
  await releaser.bankAnswers(batch, true);
  const mine = new CasePage(page);
  await mine.open(number);
  await expect(page.getByText(/退回原因/)).toBeVisible();
  await expectAccessible(page, "payment returned");
  await maker.openOrders("returned");
  await expectAccessible(maker.page, "returned orders");
  await maker.reissue(number);
  const again = await maker.makeBatchOf(number);
  await releaser.release(again);
  await releaser.bankAnswers(again);
  await mine.open(number);
  await mine.stands("已办结");

  await maker.page.goto("/backoffice/statement");
  await expect(maker.page.getByText("账实相符，没有差异。")).toBeVisible();
  await expectAccessible(maker.page, "daily statement");
  await maker.page.goto("/backoffice/ledger");
  await expect(maker.page.getByRole("heading", { name: "总账" })).toBeVisible();
  await expectAccessible(maker.page, "ledger");
});

test("an account that isn't verified stops the payment and not the case", async ({
  page,
  signIn,
  staff,
}) => {
  const form = new WithdrawalForm(page);
  await signIn.asPerson("P0000109", WITHDRAWAL);
  await form.fill();
  const number = await form.file();
  const reviewer = new ReviewDesk(await staff("reviewer1"));
  await reviewer.open(number);
  await reviewer.claim();
  await reviewer.approve("情况属实。");
  const desk = new FinanceDesk(await staff("finance1"));
  await desk.openOrders();
  const row = desk.page.getByRole("row").filter({ hasText: number });
  await expect(row).toContainText("核验");
  await expect(row.getByRole("checkbox")).toBeDisabled();
  await expectAccessible(desk.page, "stopped order");
});
