import { identityCheckCharacter } from "@hall/domain/check-digits";
import { expectAccessible } from "../frame/accessible.ts";
import { DEMO_PASSWORD } from "../frame/people.ts";
import { expect, test } from "../frame/test.ts";
import { filledTemplate, type PupilRow } from "../frame/workbook.ts";
import { ApplyPage } from "../pages/apply-page.ts";
import { ListPage } from "../pages/list-page.ts";

const SCHOOL = "U0000004";

test("an employer without permissions sees its certificate, agents and people", async ({
  page,
  signIn,
}) => {
  await signIn.asUnitByCertificate("U0000006", "/unit", DEMO_PASSWORD);
  await expect(page.getByRole("heading", { name: "数字证书" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "还有" })).toBeVisible();
  await expect(page.getByText("没有另外开通的权限", { exact: false })).toBeVisible();
  await expect(page.getByText("没有等您处理的事")).toBeVisible();
  await expectAccessible(page, "employer without permissions");
});

test("an employer's permissions, and its people page by page", async ({ page, signIn }) => {
  await signIn.asUnitByCertificate("U0000001", "/unit", DEMO_PASSWORD);
  await expect(page.getByText("异地就医登记（单位申请）").first()).toBeVisible();
  await expectAccessible(page, "employer");
  await page.getByRole("link", { name: "看名单" }).click();
  await expect(page.getByRole("heading", { name: "参保人员", level: 1 })).toBeVisible();
  await expect(page.getByText("测甲一").first()).toBeVisible();
  await expectAccessible(page, "people");
});

test("what the unit may do comes first, and what it may not says why", async ({ page, signIn }) => {
  await signIn.asUnit(SCHOOL, "/unit");
  const services = page.getByRole("region", { name: "单位事项" }).getByRole("link");
  await expect(services.first()).toContainText("可办");
  const care = services.filter({ hasText: "异地就医登记备案（单位申请）" });
  await expect(care).toContainText("不可办");
  await expect(care).not.toContainText("1 个工作日");
  await expectAccessible(page, "a school's services");
});

test("a school with 3,000 rows under way goes straight to the rows to be mended", async ({
  page,
  signIn,
  database,
}) => {
  test.setTimeout(240_000);
  await database.forgetDrafts(SCHOOL);
  const list = new ListPage(page);
  const apply = new ApplyPage(page);
  await signIn.asUnit(SCHOOL, "/services/student-enrolment/apply");
  await apply.choose("参保年度", /2026/);
  const template = await list.downloadTemplate();
  const rows = crowd(3_000);
  const [first, ...others] = rows;
  if (!first) throw new Error("a crowd of nobody");
  const faulty: PupilRow = [first[0], first[1], first[2], first[3], "999", first[5], first[6]];
  const { bytes, firstLine } = await filledTemplate(template, [faulty, ...others]);
  const name = "九月新生.xlsx";
  await list.choose(name, bytes);
  await expect(list.figure("要改的行")).toContainText("1", { timeout: 90_000 });

  await page.goto("/unit");
  const waiting = page.getByRole("link").filter({ hasText: name });
  await expect(waiting).toContainText("3,000 行");
  await expect(waiting).toContainText("1 行要改");
  await expectAccessible(page, "school with a list under way");
  await waiting.click();
  await expect(list.cell(firstLine, "班级代码")).toBeVisible();
  await list.giveUp();
});

/** So many boys born in 2014, whom nobody has enrolled. */
function crowd(count: number): readonly PupilRow[] {
  return Array.from({ length: count }, (_, order) => {
    const born = new Date(Date.UTC(2014, 0, 1 + (order % 360))).toISOString().slice(0, 10);
    const serial = 101 + 2 * Math.floor(order / 360);
    const seventeen = `320599${born.replaceAll("-", "")}${serial}`;
    const number = `${seventeen}${identityCheckCharacter(seventeen)}`;
    return [`测新${order + 1}`, number, "男", born, "301", "测家长", "13800000021"];
  });
}
