import { examples } from "@hall/domain/services/flex-plan-change/examples";
import { flexPlanChange } from "@hall/domain/services/flex-plan-change/service";
import { expectAccessible } from "../frame/accessible.ts";
import { downloadPaper } from "../frame/paper.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage, ReceiptPage } from "../pages/apply-page.ts";
import { VerifyPage } from "../pages/verify-page.ts";

const FORM = "/services/flex-plan-change/apply";
const PAYER = "P0000001";
const VOUCHER = "灵活就业人员缴费套餐和档次变更业务办结凭证";

/** A tier that isn't in force: whatever other journeys made of it, to this one it is a change. */
async function anotherTier(apply: ApplyPage): Promise<RegExp> {
  const tiers = apply.options("缴费档次");
  const radios = tiers.getByRole("radio");
  await expect(tiers.getByRole("radio", { checked: true })).toHaveCount(1);
  const isFirst = await radios.first().isChecked();
  const card = radios.nth(isFirst ? 1 : 0).locator("xpath=ancestor::label");
  const name = /[一二三四五六七八九十]+档/.exec((await card.textContent()) ?? "")?.[0];
  if (!name) throw new Error("A tier without a name stands there.");
  return new RegExp(name);
}

test.describe("changing the tier", () => {
  test.beforeEach(({ database }) => database.forgetDrafts(PAYER));

  test("with a live quote, to the voucher, and once more instead of it", async ({
    page,
    signIn,
    database,
  }) => {
    const apply = new ApplyPage(page);

    await signIn.asPerson(PAYER, "/services/flex-plan-change");
    await expect(page.getByRole("heading", { name: "今天可以办" })).toBeVisible();
    await expectAccessible(page, "guide");
    await page.getByRole("link", { name: "在线办理" }).click();

    await expect(page.getByText("现在的方案")).toBeVisible();
    await expectAccessible(page, "form");
    await apply.choose("缴费档次", await anotherTier(apply));
    await expect(apply.quote.first()).toContainText("养老保险");
    await expect(apply.quote.first()).toContainText("新方案每月应缴");
    await expect(page.getByRole("img", { name: /逐月对比/ })).toBeVisible();
    await expectAccessible(page, "quote");
    await page.getByRole("button", { name: "看数据表" }).click();
    await expect(page.getByRole("table", { name: "逐月对比" })).toBeVisible();
    await expectAccessible(page, "quote as a table");

    await apply.next();
    await expectAccessible(page, "before the check");
    await apply.check();
    await expect(page.getByText("校验通过", { exact: true })).toBeVisible();
    await expectAccessible(page, "checked");
    await apply.askToSubmit();
    await expect(apply.confirmation).toContainText("2026年3月");
    await expectAccessible(page, "confirmation");
    await apply.confirm();
    const number = await new ReceiptPage(page).number();
    await expectAccessible(page, "receipt");

    const voucher = await downloadPaper(page, VOUCHER);
    await page.getByRole("link", { name: "看办理进度" }).click();
    await expect(page.getByText("已办结").first()).toBeVisible();
    await expect(page.getByRole("list", { name: "办理进度" })).toContainText("办结");
    await expectAccessible(page, "case");

    await test.step("APP-9: rated once, and the focus goes along", async () => {
      const rate = page.getByRole("button", { name: "提交评价" });
      await rate.click();
      await expect(page.getByText("请选择满意程度。")).toBeVisible();
      await expect(page.getByRole("radio", { name: "非常满意" })).toBeFocused();
      await apply.choose("满意程度", /^满意$/);
      await rate.click();
      await expect(page.getByText("您的评价：满意")).toBeVisible();
      await expect(page.locator(":focus")).toContainText("您的评价：满意");
      await expect(rate).toHaveCount(0);
      await expectAccessible(page, "rated");
    });

    await page.goto(FORM);
    const second = await anotherTier(apply);
    await apply.choose("缴费档次", second);
    await apply.next();
    const later = await apply.file();
    expect(later).not.toBe(number);
    const newer = await downloadPaper(page, VOUCHER);

    const verify = new VerifyPage(page);
    await verify.byCode(await database.codeOfPaper(voucher.number));
    await expect(page.getByRole("heading", { name: "真实，但已被新的文书取代" })).toBeVisible();
    await expect(page.getByText(newer.number)).toBeVisible();
    await expectAccessible(page, "superseded paper");
    await verify.byCode(await database.codeOfPaper(newer.number));
    await expect(page.getByRole("heading", { name: "真实有效" })).toBeVisible();

    await page.goto("/messages");
    const message = page.getByRole("listitem").filter({ hasText: later });
    await expect(message).toContainText(second);
    await expectAccessible(page, "messages");
  });

  test("to what it is already: nothing changes", async ({ page, signIn }) => {
    const apply = new ApplyPage(page);
    await signIn.asPerson(PAYER, FORM);
    // What is in force is what the form brings.
    const chosen = apply.options("缴费档次").getByRole("radio", { checked: true });
    await expect(chosen).toHaveCount(1);
    await apply.next();
    await apply.check();
    await expect(apply.refusal("FPC-3")).toContainText("没有变化");
    await expectAccessible(page, "nothing changes");
    await apply.refusal("FPC-3").getByRole("button", { name: "去修改" }).click();
    await expect(apply.options("缴费档次")).toBeVisible();
  });

  test("whose price changed between confirming and submitting", async ({ page, signIn }) => {
    const apply = new ApplyPage(page);
    await signIn.asPerson(PAYER, FORM);
    await apply.choose("缴费套餐", /仅医疗/);
    await apply.choose("缴费档次", /四档/);
    await apply.next();
    // What was confirmed is not what holds: as if a price had changed in between.
    await page.route("**/services/flex-plan-change/applications", async (route) => {
      const body = { ...route.request().postDataJSON(), quoteHash: "0".repeat(64) };
      await route.continue({ postData: JSON.stringify(body) });
    });
    await apply.check();
    await apply.askToSubmit();
    await apply.confirm();
    const difference = page.getByRole("alertdialog", { name: "金额或条件已变化，请重新确认" });
    await expect(difference).toBeVisible();
    await expect(difference.getByRole("table")).toContainText("您确认时");
    await expectAccessible(page, "what changed");
    await difference.getByRole("button", { name: "取消" }).click();
    await expect(page).toHaveURL(new RegExp(FORM));
  });
});

for (const { title, signsInAs, rules } of refusedOnSight(flexPlanChange, examples)) {
  test(title, async ({ page, signIn }) => {
    const apply = new ApplyPage(page);
    await signIn.asPerson(signsInAs, FORM);
    for (const rule of rules) await expect(apply.refusal(rule)).toBeVisible();
    await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
    await expectAccessible(page, title);
  });
}
