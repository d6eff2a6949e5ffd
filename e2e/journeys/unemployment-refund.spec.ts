import { examples } from "@hall/domain/services/unemployment-refund/examples";
import { unemploymentRefund } from "@hall/domain/services/unemployment-refund/service";
import { expectAccessible } from "../frame/accessible.ts";
import { downloadPaper } from "../frame/paper.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage, ReceiptPage } from "../pages/apply-page.ts";
import { AwaitedDesk } from "../pages/awaited-desk.ts";

const FORM = "/services/unemployment-refund/apply";
const PAPER = "苏州工业园区失业金退支申请表";

const PERSON = "P0000006";
const WAITS = "失业金申领";

test("from the form over the bank's slip to what goes on", async ({
  page,
  signIn,
  staff,
  database,
}) => {
  test.setTimeout(180_000);
  const apply = new ApplyPage(page);
  await database.forgetDrafts(PERSON);
  await signIn.asPerson(PERSON, FORM);
  await expect(page.getByText(WAITS).first()).toBeVisible();
  await expectAccessible(page, "record");
  const consent = page.getByRole("checkbox", { name: "我已阅读并同意以上内容" });
  // What is on record may stand on a step of its own.
  if (!(await consent.isVisible())) await apply.next();
  await consent.locator("xpath=ancestor::label").click();
  await expectAccessible(page, "details");
  await apply.next();
  await apply.check();
  await expect(page.getByText("临时物价补贴").first()).toBeVisible();
  await expectAccessible(page, "checked");
  await apply.askToSubmit();
  await expect(apply.confirmation).toContainText(`${WAITS}不能继续办理`);
  await apply.confirm();
  const number = await new ReceiptPage(page).number();
  await expectAccessible(page, "receipt");
  await downloadPaper(page, PAPER);

  await page.goto(FORM);
  await expect(apply.refusal("UBR-6").first()).toContainText("2026年3月24日");
  await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
  await expectAccessible(page, "printed again too early");

  const desk = new AwaitedDesk(await staff("counter1"));
  await desk.open(number);
  await expectAccessible(desk.page, "slip to be entered");
  const values = { 银行缴款凭证号: "YH-E2E-1", 缴款日期: "2026-03-17", 缴款金额: "3874.00" };
  await desk.enter({ ...values, 缴款金额: "0.01" });
  await expect(desk.refusal("UBR-7").first()).toContainText("0.01");
  await expectAccessible(desk.page, "another amount");
  await desk.enter(values);
  await desk.stands("已办结");
  await expectAccessible(desk.page, "cleared");

  await page.goto(`/applications/${number}`);
  await expect(page.getByText("已办结").first()).toBeVisible();
  await page.goto("/messages");
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: `${WAITS}可以继续办理` })
      .first(),
  ).toBeVisible();
});

for (const { title, signsInAs, rules } of refusedOnSight(unemploymentRefund, examples)) {
  test(`refused: ${title}`, async ({ page, signIn }) => {
    const apply = new ApplyPage(page);
    await signIn.asPerson(signsInAs, FORM);
    for (const rule of rules) await expect(apply.refusal(rule).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
    await expectAccessible(page, title);
  });
}
