import { examples } from "@hall/domain/services/remote-loan-certificate/examples";
import { remoteLoanCertificate } from "@hall/domain/services/remote-loan-certificate/service";
import { expectAccessible } from "../frame/accessible.ts";
import { downloadPaper } from "../frame/paper.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { ReceiptPage } from "../pages/apply-page.ts";
import { LOAN_CERTIFICATE, LoanCertificateForm } from "../pages/loan-certificate-form.ts";
import { VerifyPage } from "../pages/verify-page.ts";

const PERSON = "P0000002";
const CENTRE = "成都住房公积金管理中心";

test("mended until it is right, issued, and not a second time this month", async ({
  page,
  signIn,
  database,
}) => {
  test.setTimeout(120_000);
  const form = new LoanCertificateForm(page);
  await database.forgetDrafts(PERSON);
  await signIn.asPerson(PERSON, LOAN_CERTIFICATE);
  await expect(page.getByText("最近一次缴存", { exact: true })).toBeVisible();
  await expectAccessible(page, "newest deposit");
  await form.next();
  await form.place("四川省", "成都市");
  await form.centre("成都公积金", "12345678");
  await expectAccessible(page, "centre");
  await form.next();
  await form.check();
  await expect(form.refusal("RLC-3").first()).toContainText("不像公积金中心的全称");
  await expect(form.refusal("RLC-3").last()).toContainText("不是一个能拨通的电话号码");
  await expectAccessible(page, "a short name and a wrong number");
  await form.refusal("RLC-3").first().getByRole("button", { name: "去修改" }).click();
  await form.centre(CENTRE);
  await form.next();
  await form.check();
  await form.askToSubmit();
  await expect(form.confirmation).toContainText("2026年5月17日");
  await expectAccessible(page, "confirmation");
  await form.confirm();
  await new ReceiptPage(page).number();
  await expectAccessible(page, "receipt");
  const paper = await downloadPaper(page, "异地贷款职工住房公积金缴存证明");

  await page.goto(LOAN_CERTIFICATE);
  await expect(form.refusal("RLC-4")).toContainText("2026年4月1日");
  await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
  await expectAccessible(page, "once a month");

  const verify = new VerifyPage(page);
  await verify.byCode(await database.codeOfPaper(paper.number));
  await expect(page.getByRole("heading", { name: "真实有效" })).toBeVisible();
});

for (const { title, signsInAs, rules } of refusedOnSight(remoteLoanCertificate, examples)) {
  test(`refused: ${title}`, async ({ page, signIn }) => {
    const form = new LoanCertificateForm(page);
    await signIn.asPerson(signsInAs, LOAN_CERTIFICATE);
    for (const rule of rules) await expect(form.refusal(rule).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
    await expectAccessible(page, title);
  });
}
