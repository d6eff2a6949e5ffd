import { examples } from "@hall/domain/services/remote-care-registration/examples";
import { remoteCareRegistration } from "@hall/domain/services/remote-care-registration/service";
import { expectAccessible } from "../frame/accessible.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { ReceiptPage } from "../pages/apply-page.ts";
import { CARE, CARE_CANCELLATION, CareForm } from "../pages/care-form.ts";

// Withdrawn at the end, so that each size of screen may come.
const PERSON = "P0000005";

test("mended, filed with its papers, and withdrawn before the review", async ({
  page,
  signIn,
  database,
}) => {
  test.setTimeout(180_000);
  const form = new CareForm(page);
  await database.forgetDrafts(PERSON);
  await signIn.asPerson(PERSON, CARE);
  await expect(form.options("登记类别").getByRole("radio", { name: /异地安置退休/ })).toBeChecked();
  await expectAccessible(page, "kind");
  await form.next();
  await form.goTo("江苏省", "苏州市", "姑苏区");
  await form.next();
  await expect(page.getByText("请填写居住地址。").first()).toBeVisible();
  await form.write("居住地址", "苏州市姑苏区人民路 1 号");
  await expectAccessible(page, "place");
  await form.next();
  // Within Greater Suzhou nobody has to prove where they live.
  await expect(page.getByRole("group", { name: "异地居住证明" })).toHaveCount(0);
  await form.attach("身份证正面", "身份证反面");
  await form.next();
  await form.check();
  await expect(form.refusal("RCP-4")).toContainText("苏州市区");
  await expectAccessible(page, "in the city itself");
  await form.refusal("RCP-4").getByRole("button", { name: "去修改" }).click();

  await form.goTo("海南省");
  await form.write("居住地址", "海南省三亚市吉阳区迎宾路 5 号");
  await form.next();
  await form.next();
  await expect(page.getByText("请上传异地居住证明。")).toBeVisible();
  await expectAccessible(page, "a paper is missing");
  await form.attach("异地居住证明");
  await form.next();
  await form.check();
  await expectAccessible(page, "checked");
  await form.askToSubmit();
  await expect(form.confirmation).toContainText("到撤销为止");
  await form.confirm();
  const number = await new ReceiptPage(page).number();
  await expect(page.getByText("请到中心二楼社会化服务科办理省标准卡")).toBeVisible();
  await expect(page.getByRole("link", { name: /异地就医-异地定点医疗机构查询/ })).toHaveAttribute(
    "href",
    "http://si.12333.gov.cn",
  );
  await expectAccessible(page, "receipt");

  await page.goto(CARE);
  await expect(form.refusal("CAS-1")).toHaveCount(0);
  await page.goto(CARE_CANCELLATION);
  await expectAccessible(page, "what can be withdrawn");
  await form.choose("撤销哪一个", /还没有审核的登记申请/);
  await form.next();
  await form.check();
  await form.askToSubmit();
  await expect(form.confirmation).toContainText("随即撤回");
  await form.confirm();
  await new ReceiptPage(page).number();
  await page.goto(`/applications/${number}`);
  await expect(page.getByText("已撤回").first()).toBeVisible();
  await expectAccessible(page, "withdrawn");
});

for (const { title, signsInAs, rules } of refusedOnSight(remoteCareRegistration, examples)) {
  test(`refused: ${title}`, async ({ page, signIn }) => {
    const form = new CareForm(page);
    await signIn.asPerson(signsInAs, CARE);
    for (const rule of rules) await expect(form.refusal(rule).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
    await expectAccessible(page, title);
  });
}
