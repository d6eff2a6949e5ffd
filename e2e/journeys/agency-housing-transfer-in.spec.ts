import { examples } from "@hall/domain/services/agency-housing-transfer-in/examples";
import { agencyHousingTransferIn } from "@hall/domain/services/agency-housing-transfer-in/service";
import { expectAccessible } from "../frame/accessible.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage, ReceiptPage } from "../pages/apply-page.ts";
import { AwaitedDesk } from "../pages/awaited-desk.ts";
import { ReviewDesk } from "../pages/review-desk.ts";

const FORM = "/services/agency-housing-transfer-in/apply";

/** Who has two accounts to choose from. */
const PERSON = "P0000165";

const sheet = { 账户信息表金额: "12345.67", 到账日期: "2026-03-17", 缴存月数: "58" };

test("EXT-1: letter, sheet and money, and into the account", async ({
  page,
  signIn,
  staff,
  database,
}) => {
  test.setTimeout(240_000);
  const apply = new ApplyPage(page);
  await database.forgetDrafts(PERSON);
  await signIn.asPerson(PERSON, FORM);
  await expectAccessible(page, "record");
  if (!(await apply.options("从哪个账户转入").isVisible())) await apply.next();
  await apply.choose("从哪个账户转入", /南京/);
  await expectAccessible(page, "account");
  await apply.next();
  await apply.check();
  await expectAccessible(page, "checked");
  await apply.askToSubmit();
  await expect(apply.confirmation).toContainText("南京住房公积金管理中心");
  await apply.confirm();
  const number = await new ReceiptPage(page).number();
  await expectAccessible(page, "receipt");

  const reviewer = new ReviewDesk(await staff("reviewer1"));
  await reviewer.open(number);
  await reviewer.claim();
  await reviewer.approve("资料齐全。");
  await page.goto(`/applications/${number}`);
  await expect(page.getByText("等待其他单位办理").first()).toBeVisible();
  await expect(page.getByText(/转出地公积金中心/).first()).toBeVisible();
  await expectAccessible(page, "waiting for the other centre");

  const desk = new AwaitedDesk(await staff("counter1"));
  await desk.open(number);
  await desk.enter({ ...sheet, 到账金额: "12345.66" });
  await expect(desk.refusal("AHI-4").first()).toContainText("12,345.66");
  await expectAccessible(desk.page, "a fen is missing");
  await desk.enter({ 到账金额: "12,345.67" });
  await desk.stands("已受理，等待审核");

  await reviewer.open(number);
  await reviewer.claim();
  await reviewer.approve("信息表与到账金额一致。");
  await page.goto(`/applications/${number}`);
  await expect(page.getByText("已办结").first()).toBeVisible();
  await expectAccessible(page, "posted");
  await page.goto("/messages");
  await expect(
    page.getByRole("listitem").filter({ hasText: "12,345.67元已记入您的账户" }).first(),
  ).toBeVisible();
});

for (const { title, signsInAs, rules } of refusedOnSight(agencyHousingTransferIn, examples)) {
  test(`refused: ${title}`, async ({ page, signIn }) => {
    const apply = new ApplyPage(page);
    await signIn.asPerson(signsInAs, FORM);
    for (const rule of rules) await expect(apply.refusal(rule).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
    await expectAccessible(page, title);
  });
}
