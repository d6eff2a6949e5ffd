import { examples } from "@hall/domain/services/remote-care-cancellation/examples";
import { remoteCareCancellation } from "@hall/domain/services/remote-care-cancellation/service";
import { expectAccessible } from "../frame/accessible.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage, ReceiptPage } from "../pages/apply-page.ts";
import { CARE_CANCELLATION } from "../pages/care-form.ts";

const PERSON = "P0000191";

test("cancelled from today on, and nothing is left to cancel", async ({
  page,
  signIn,
  database,
}) => {
  test.setTimeout(120_000);
  const apply = new ApplyPage(page);
  await database.forgetDrafts(PERSON);
  await signIn.asPerson(PERSON, CARE_CANCELLATION);
  await expect(page.getByText(/异地安置退休，海南省 三亚市/).first()).toBeVisible();
  await expectAccessible(page, "what stands");
  await apply.next();
  await apply.check();
  await expectAccessible(page, "checked");
  await apply.askToSubmit();
  await expect(apply.confirmation).toContainText("登记自2026年3月17日起失效");
  await expectAccessible(page, "confirmation");
  await apply.confirm();
  await new ReceiptPage(page).number();
  await expectAccessible(page, "receipt");
  await page.goto("/messages");
  await expect(page.getByText(/自2026年3月17日起失效/).first()).toBeVisible();
  await page.goto(CARE_CANCELLATION);
  await expect(apply.refusal("RCX-2")).toContainText("没有有效的异地就医登记");
  await expectAccessible(page, "nothing left");
});

for (const { title, signsInAs, rules } of refusedOnSight(remoteCareCancellation, examples)) {
  test(`refused: ${title}`, async ({ page, signIn }) => {
    const apply = new ApplyPage(page);
    await signIn.asPerson(signsInAs, CARE_CANCELLATION);
    for (const rule of rules) await expect(apply.refusal(rule).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
    await expectAccessible(page, title);
  });
}
