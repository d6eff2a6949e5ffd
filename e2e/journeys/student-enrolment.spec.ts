import { examples } from "@hall/domain/services/student-enrolment/examples";
import { studentEnrolment } from "@hall/domain/services/student-enrolment/service";
import { expectAccessible } from "../frame/accessible.ts";
import { DEMO_PASSWORD } from "../frame/people.ts";
import { pupil } from "../frame/pupils.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { filledTemplate, type PupilRow } from "../frame/workbook.ts";
import { ApplyPage } from "../pages/apply-page.ts";
import { ListPage } from "../pages/list-page.ts";

const FORM = "/services/student-enrolment/apply";
const SCHOOL = "U0000004";
const SECOND_SCHOOL = "U0000005";

test.beforeEach(async ({ database }) => {
  test.setTimeout(150_000);
  await database.forgetDrafts(SCHOOL);
  await database.forgetDrafts(SECOND_SCHOOL);
});

test("three faulty rows are mended, filed, and paid by the tax side", async ({
  page,
  signIn,
  staff,
}) => {
  const apply = new ApplyPage(page);
  const list = new ListPage(page);
  const [good, wrongNumber, wrongClass, shortMobile] = [1, 2, 3, 4].map((order) =>
    pupil(order),
  ) as [PupilRow, PupilRow, PupilRow, PupilRow];
  const rows: PupilRow[] = [
    good,
    with_(wrongNumber, 1, spoiled(wrongNumber[1])),
    with_(wrongClass, 4, "999"),
    with_(shortMobile, 6, "1380000002"),
  ];

  await signIn.asUnit(SCHOOL, "/unit");
  await expect(page.getByRole("heading", { name: "测试小学" })).toBeVisible();
  await expectAccessible(page, "unit");
  await page.goto(FORM);
  await apply.choose("参保年度", /2026/);
  await expectAccessible(page, "upload");
  const template = await list.downloadTemplate();
  const { bytes, firstLine } = await filledTemplate(template, rows);
  await list.upload("学生名单.xlsx", bytes);
  await expect(list.figure("要改的行")).toContainText("3");
  await expectAccessible(page, "three faults");
  // Not to be passed while anything is wrong.
  await apply.next();
  await expect(page.getByText(/名单还有 3 行要改/)).toBeVisible();

  // The Enter key goes from fault to fault, and doesn't send the form.
  await list.cell(firstLine + 1, "证件号码").fill(wrongNumber[1]);
  await page.keyboard.press("Enter");
  await expect(list.cell(firstLine + 2, "班级代码")).toBeFocused();
  await expect(list.figure("要改的行")).toContainText("2");
  await list.mend(firstLine + 2, "班级代码", "301");
  await list.mend(firstLine + 3, "手机号码", "13800000022");
  await expect(page.getByText("全部核对通过，可以进入下一步。")).toBeVisible();
  await expectAccessible(page, "mended");
  await expect(page.getByRole("main")).toContainText("1,160.00");
  await apply.next();
  await apply.file();
  await expectAccessible(page, "receipt");

  const counter = await staff("counter1");
  await counter.goto("/backoffice/tax-feedback");
  await counter.locator("input[type=file]").setInputFiles({
    name: "反馈.csv",
    mimeType: "text/csv",
    buffer: feedbackOf([good, wrongNumber, wrongClass, shortMobile]),
  });
  await expect(counter.getByText("已导入：新入账 4 笔。")).toBeVisible();
  await expectAccessible(counter, "feedback taken in");
  await page.goto("/unit/students?state=paid");
  for (const [name] of rows) await expect(page.getByText(name).first()).toBeVisible();
  await expectAccessible(page, "paid students");
});

test("a pupil of another school", async ({ page, signIn }) => {
  const apply = new ApplyPage(page);
  const list = new ListPage(page);
  await signIn.asUnit(SECOND_SCHOOL, FORM);
  await apply.choose("参保年度", /2026/);
  const template = await list.downloadTemplate();
  const enrolledElsewhere: PupilRow = [
    "测学一",
    "320599201309019928",
    "女",
    "2013-09-01",
    "601",
    "测家长",
    "13800000011",
  ];
  await list.upload("别校.xlsx", (await filledTemplate(template, [enrolledElsewhere])).bytes);
  await expect(page.getByText(/已由其他单位登记/)).toBeVisible();
  await expect(list.figure("要改的行")).toContainText("1");
  await expectAccessible(page, "enrolled by another school");
  await list.giveUp();
});

test("files that can't be read get a sentence, and nothing is lost", async ({ page, signIn }) => {
  const apply = new ApplyPage(page);
  const list = new ListPage(page);
  await signIn.asUnit(SCHOOL, FORM);
  await apply.choose("参保年度", /2026/);
  const template = await list.downloadTemplate();
  await list.choose("改了名的文本.xlsx", Buffer.from("这不是表格"));
  await expect(page.getByRole("alert").first()).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page, "a renamed text");
  await list.takeAway("改了名的文本.xlsx");
  const formula = await filledTemplate(template, [pupil(30)], (row) => {
    row.getCell(1).value = { formula: 'CONCATENATE("测","童")' };
  });
  await list.choose("公式.xlsx", formula.bytes);
  await expect(page.getByText(/单元格是公式/).first()).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page, "a formula");
  await list.takeAway("公式.xlsx");
  await expect(apply.options("参保年度").getByRole("radio", { name: /2026/ })).toBeChecked();
});

test("a csv in GBK", async ({ page, signIn }) => {
  const apply = new ApplyPage(page);
  const list = new ListPage(page);
  await signIn.asUnit(SCHOOL, FORM);
  await apply.choose("参保年度", /2026/);
  await list.upload("名单.csv", inGbk(pupil(20)));
  await expect(page.getByText("全部核对通过，可以进入下一步。")).toBeVisible();
  await page.getByRole("button", { name: "全部", exact: true }).click();
  await expect(list.cell(2, "姓名")).toHaveValue("李新");
  await list.giveUp();
});

for (const { title, signsInAs, rules } of refusedOnSight(studentEnrolment, examples)) {
  test(`refused: ${title}`, async ({ page, signIn }) => {
    const apply = new ApplyPage(page);
    await signIn.asUnitByCertificate(signsInAs, FORM, DEMO_PASSWORD);
    for (const rule of rules) await expect(apply.refusal(rule).first()).toBeVisible();
    await expectAccessible(page, title);
  });
}

function with_(row: PupilRow, column: number, text: string): PupilRow {
  return row.map((cell, at) => (at === column ? text : cell)) as unknown as PupilRow;
}

/** With another check character. */
function spoiled(number: string): string {
  return `${number.slice(0, 17)}${number.endsWith("1") ? "2" : "1"}`;
}

/** What the tax side sends back: everybody has paid. */
function feedbackOf(rows: readonly PupilRow[]): Buffer {
  const lines = rows.map(
    ([, number], at) => `${number},2026,290.00,2026-03-17,SW${String(at).padStart(4, "0")}`,
  );
  return Buffer.from(["证件号码,年度,金额,缴费日期,凭证号", ...lines, ""].join("\n"));
}

/** A head and one row, written as office programs do: 姓名,证件号码,性别,出生日期,班级代码,监护人姓名,手机号码. */
function inGbk([, number, , birthDate, classCode, , mobile]: PupilRow): Buffer {
  const head =
    "d0d5c3fb2cd6a4bcfebac5c2eb2cd0d4b1f02cb3f6c9fac8d5c6da2c" +
    "b0e0bcb6b4fac2eb2cbce0bba4c8cbd0d5c3fb2ccad6bbfabac5c2eb";
  const boy = "c4d0"; // 男
  const name = "c0eed0c2"; // 李新
  const guardian = "c0eed2bb"; // 李一
  return Buffer.concat([
    Buffer.from(head, "hex"),
    Buffer.from("\r\n"),
    Buffer.from(name, "hex"),
    Buffer.from(`,${number},`),
    Buffer.from(boy, "hex"),
    Buffer.from(`,${birthDate},${classCode},`),
    Buffer.from(guardian, "hex"),
    Buffer.from(`,${mobile}\r\n`),
  ]);
}
