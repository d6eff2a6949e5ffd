import { examples } from "@hall/domain/services/unemployment-acceptance-letter/examples";
import { unemploymentAcceptanceLetter } from "@hall/domain/services/unemployment-acceptance-letter/service";
import { expectAccessible } from "../frame/accessible.ts";
import { downloadPaper } from "../frame/paper.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage, ReceiptPage } from "../pages/apply-page.ts";
import { VerifyPage } from "../pages/verify-page.ts";

const FORM = "/services/unemployment-acceptance-letter/apply";
const LETTER = "苏州工业园区失业保险关系接收函";
const MOST_A_DAY = 5;

/** Who has two agencies to leave. */
const PERSON = "P0000137";
const AGENCY = /南京市/;

test("five letters, and no sixth on the same day", async ({ page, signIn, database }) => {
  test.setTimeout(180_000);
  const apply = new ApplyPage(page);
  await database.forgetDrafts(PERSON);
  await signIn.asPerson(PERSON, FORM);
  await expect(page.getByText("区外可转移").first()).toBeVisible();
  await expectAccessible(page, "record");
  await apply.next();
  await apply.choose("转出地机构", AGENCY);
  await expectAccessible(page, "agency");
  await apply.next();
  await apply.check();
  await apply.askToSubmit();
  await expect(apply.confirmation).toContainText("一天最多开具5份");
  await expectAccessible(page, "confirmation");
  await apply.confirm();
  await new ReceiptPage(page).number();
  await expectAccessible(page, "receipt");
  const letter = await downloadPaper(page, LETTER);

  for (let made = 1; made < MOST_A_DAY; made += 1) {
    await page.goto(FORM);
    await apply.next();
    await apply.choose("转出地机构", AGENCY);
    await apply.next();
    await apply.file();
  }
  await page.goto(FORM);
  await expect(apply.refusal("UAL-3")).toContainText("2026年3月18日");
  await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
  await expectAccessible(page, "the sixth");

  const verify = new VerifyPage(page);
  await verify.byCode(await database.codeOfPaper(letter.number));
  await expect(page.getByRole("heading", { name: "真实有效" })).toBeVisible();
});

for (const { title, signsInAs, rules } of refusedOnSight(unemploymentAcceptanceLetter, examples)) {
  test(`refused: ${title}`, async ({ page, signIn }) => {
    const apply = new ApplyPage(page);
    await signIn.asPerson(signsInAs, FORM);
    for (const rule of rules) await expect(apply.refusal(rule).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
    await expectAccessible(page, title);
  });
}
