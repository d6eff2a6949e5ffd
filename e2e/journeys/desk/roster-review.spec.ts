import { expectAccessible } from "../../frame/accessible.ts";
import { DEMO_PASSWORD } from "../../frame/people.ts";
import { expect, test } from "../../frame/test.ts";
import { filledTemplate } from "../../frame/workbook.ts";
import { ApplyPage } from "../../pages/apply-page.ts";
import { ListPage } from "../../pages/list-page.ts";
import { ReviewDesk } from "../../pages/review-desk.ts";

const FORM = "/services/remote-care-unit-registration/apply";
const UNIT = "U0000001";

test("one of a roster is confirmed and one refused, without a mouse", async ({
  page,
  signIn,
  staff,
  database,
}) => {
  test.setTimeout(240_000);
  const apply = new ApplyPage(page);
  const list = new ListPage(page);
  await database.forgetDrafts(UNIT);
  await signIn.asUnitByCertificate(UNIT, FORM, DEMO_PASSWORD);
  const template = await list.downloadTemplate();
  const { bytes, firstLine } = await filledTemplate(template, [
    ["测派一", "320599198507079919", "上海市", "浦东新区世纪大道 8 号", "2026-03-17"],
    ["测派二", "320599198507079935", "北京市", "海淀区中关村大街 1 号", "2026-03-17"],
  ]);
  await list.upload("名册.xlsx", bytes);
  await expect(page.getByText("全部核对通过，可以进入下一步。")).toBeVisible();
  await apply.next();
  const number = await apply.file();

  const reviewer = new ReviewDesk(await staff("reviewer2"));
  await reviewer.open(number);
  await reviewer.claim();
  const all = reviewer.page.getByRole("checkbox", { name: "全部确认" });
  await all.focus();
  await reviewer.page.keyboard.press("Space");
  await expect(reviewer.page.getByText("请选择理由，或者写明说明。")).toHaveCount(2);
  await expectAccessible(reviewer.page, "none is confirmed");
  await all.focus();
  await reviewer.page.keyboard.press("Space");
  await reviewer.refuseRow(firstLine + 1, "不是常驻，是短期出差");
  await expectAccessible(reviewer.page, "one is refused");
  await reviewer.approve("其余核对一致。");
  await expectAccessible(reviewer.page, "decided");

  await page.goto(`/applications/${number}`);
  await expect(page.getByText("共 2 行，其中 1 行不予确认。")).toBeVisible();
  await expect(page.getByText("不是常驻，是短期出差").first()).toBeVisible();
  await expectAccessible(page, "row by row");
  await page.goto("/messages");
  await expect(page.getByText(/确认1人，不予确认1人/).first()).toBeVisible();
});
