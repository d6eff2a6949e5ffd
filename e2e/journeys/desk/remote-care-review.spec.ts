import { expectAccessible } from "../../frame/accessible.ts";
import { expect, test } from "../../frame/test.ts";
import { CARE, CARE_CANCELLATION, CareForm } from "../../pages/care-form.ts";
import { ReviewDesk } from "../../pages/review-desk.ts";

const PERSON = "P0000003";

test("a referral is held against its certificate, confirmed, and cancelled", async ({
  page,
  signIn,
  staff,
  database,
}) => {
  test.setTimeout(240_000);
  const form = new CareForm(page);
  await database.forgetDrafts(PERSON);
  await signIn.asPerson(PERSON, CARE);
  await form.choose("登记类别", /异地转诊/);
  await form.next();
  await form.goTo("上海市");
  await form.write("诊断医院", "苏州测试区人民医院");
  await form.choose("医院级别", /县（区）级/);
  await form.write("诊断", "肝占位性病变待查");
  await form.write("转往医院", "复旦大学附属中山医院");
  await expectAccessible(page, "referral");
  await form.next();
  await form.attach("身份证正面", "身份证反面", "转诊证明");
  await form.next();
  await form.check();
  await expect(form.refusal("RCP-1")).toContainText("县（区）级及以下医院");
  await expectAccessible(page, "a county hospital");
  await form.refusal("RCP-1").getByRole("button", { name: "去修改" }).click();
  await form.write("诊断医院", "苏州市立医院");
  await form.choose("医院级别", /市级医院/);
  await form.next();
  await form.next();
  const number = await form.file();

  const reviewer = new ReviewDesk(await staff("reviewer1"));
  await reviewer.open(number);
  await expect(reviewer.page.getByText("肝占位性病变待查")).toBeVisible();
  await reviewer.claim();
  await expectAccessible(reviewer.page, "evidence beside what was filled in");
  // Under review it can't be withdrawn any more.
  await page.goto(CARE_CANCELLATION);
  await expect(form.refusal("RCX-2")).toContainText("正在审核");
  await expectAccessible(page, "under review");
  await reviewer.approve("与转诊证明一致。");
  await page.goto(`/applications/${number}`);
  await expect(page.getByText("已办结").first()).toBeVisible();
  await expectAccessible(page, "confirmed");
  await page.goto("/messages");
  await expect(page.getByText(/到2026年9月17日（含当日）为止/).first()).toBeVisible();

  await page.goto(CARE_CANCELLATION);
  await form.choose("撤销哪一个", /异地转诊登记/);
  await form.next();
  await form.file();
  await page.goto(CARE_CANCELLATION);
  await expect(form.refusal("RCX-2")).toBeVisible();
});

test("a registration is refused with its reasons", async ({ page, signIn, staff, database }) => {
  test.setTimeout(180_000);
  const form = new CareForm(page);
  await database.forgetDrafts(PERSON);
  await signIn.asPerson(PERSON, CARE);
  await form.choose("登记类别", /异地长期居住/);
  await form.next();
  await form.goTo("江苏省", "苏州市", "昆山市");
  await form.write("居住地址", "昆山市前进路 1 号");
  await form.next();
  await form.attach("身份证正面", "身份证反面");
  await form.next();
  const number = await form.file();
  const reviewer = new ReviewDesk(await staff("reviewer2"));
  await reviewer.open(number);
  await reviewer.claim();
  await reviewer.refuse("身份证反面看不清，请重新拍照。");
  await page.goto(`/applications/${number}`);
  await expect(page.getByText("身份证反面看不清").first()).toBeVisible();
  await expectAccessible(page, "refused");
});
