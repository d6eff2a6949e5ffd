import { examples } from "@hall/domain/services/remote-care-unit-registration/examples";
import { remoteCareUnitRegistration } from "@hall/domain/services/remote-care-unit-registration/service";
import { expectAccessible } from "../frame/accessible.ts";
import { DEMO_PASSWORD } from "../frame/people.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { filledTemplate } from "../frame/workbook.ts";
import { ApplyPage } from "../pages/apply-page.ts";
import { ListPage } from "../pages/list-page.ts";
import { CasePage } from "../pages/withdrawal-form.ts";

const FORM = "/services/remote-care-unit-registration/apply";
const UNIT = "U0000001";

// Withdrawn at the end, so that each size of screen may come.
test("a roster is mended, filed, and withdrawn", async ({ page, signIn, database }) => {
  test.setTimeout(180_000);
  const apply = new ApplyPage(page);
  const list = new ListPage(page);
  await database.forgetDrafts(UNIT);
  await signIn.asUnitByCertificate(UNIT, FORM, DEMO_PASSWORD);
  await expectAccessible(page, "upload");
  const template = await list.downloadTemplate();
  const { bytes, firstLine } = await filledTemplate(template, [
    ["测甲一", "341299198607209926", "上海市", "浦东新区世纪大道 8 号", "2026-04-01"],
    ["测派二", "320599198507079935", "北京市", "", "2026-03-16"],
  ]);
  await list.upload("名册.xlsx", bytes);
  await expect(list.figure("要改的行")).toContainText("1");
  await expectAccessible(page, "faults");
  await list.mend(firstLine + 1, "详细地址", "海淀区中关村大街 1 号");
  await list.mend(firstLine + 1, "开始日期", "2026-03-17");
  await expect(page.getByText("全部核对通过，可以进入下一步。")).toBeVisible();
  await apply.next();
  const number = await apply.file();
  await expectAccessible(page, "receipt");
  const mine = new CasePage(page);
  await mine.open(number);
  await expect(page.getByText("等待审核", { exact: true }).first()).toBeVisible();
  await expectAccessible(page, "rows wait");
  await mine.withdraw();
  await mine.stands("已撤回");
});

for (const { title, signsInAs, rules } of refusedOnSight(remoteCareUnitRegistration, examples)) {
  test(`refused: ${title}`, async ({ page, signIn }) => {
    const apply = new ApplyPage(page);
    // Schools have no certificate: that is what refuses them.
    if (signsInAs === "U0000004") await signIn.asUnit(signsInAs, FORM);
    else await signIn.asUnitByCertificate(signsInAs, FORM, DEMO_PASSWORD);
    for (const rule of rules) await expect(apply.refusal(rule).first()).toBeVisible();
    await expectAccessible(page, title);
  });
}
