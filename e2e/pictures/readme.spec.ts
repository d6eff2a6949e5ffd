import { identityCheckCharacter } from "@hall/domain/check-digits";
import type { Page } from "@playwright/test";
import { expect, test } from "../frame/test.ts";
import { filledTemplate, type PupilRow } from "../frame/workbook.ts";
import { ApplyPage, ReceiptPage } from "../pages/apply-page.ts";
import { ListPage } from "../pages/list-page.ts";

const WIDE = { width: 1280, height: 860 };
const NARROW = { width: 375, height: 740 };

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 20_000 });
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `../docs/pictures/${name}.png`, animations: "disabled" });
}

test.use({ viewport: WIDE });

test("the citizen's hall", async ({ page, signIn, database }) => {
  await database.forgetDrafts("P0000001");
  await page.goto("/");
  await picture(page, "home");
  await signIn.asPerson("P0000001", "/services/flex-plan-change/apply");
  await page.getByText("三档").click();
  await expect(page.getByText("新方案每月应缴").filter({ visible: true })).toHaveCount(1);
  await picture(page, "apply");
});

test("a refusal", async ({ page, signIn }) => {
  await signIn.asPerson("P0000102", "/services/sealed-account-withdrawal/apply");
  await picture(page, "refusal");
});

test("an account's timeline", async ({ page, signIn }) => {
  await signIn.asPerson("P0000003", "/account/timeline");
  await picture(page, "timeline");
});

test("a school's desk with a list to mend", async ({ page, signIn, database }) => {
  test.setTimeout(120_000);
  await database.forgetDrafts("U0000004");
  await signIn.asUnit("U0000004", "/services/student-enrolment/apply");
  await new ApplyPage(page).choose("参保年度", /2026/);
  const list = new ListPage(page);
  const { bytes } = await filledTemplate(await list.downloadTemplate(), pupils(60));
  await list.choose("六年级新生.xlsx", bytes);
  await expect(list.figure("要改的行")).toContainText("2", { timeout: 60_000 });
  await page.goto("/unit");
  await expect(page.getByText("六年级新生.xlsx")).toBeVisible();
  await expect(page.getByText("不可办")).toBeVisible();
  await picture(page, "unit");
});

test("a loan's plan", async ({ page, signIn }) => {
  await signIn.asPerson("P0000003", "/loan");
  await page.getByRole("tab", { name: "还款计划" }).click();
  await expect(page.getByRole("table").first()).toBeVisible();
  await picture(page, "loan");
});

test("on a phone", async ({ page, signIn }) => {
  await page.setViewportSize(NARROW);
  await signIn.asPerson("P0000003", "/");
  await picture(page, "phone");
});

test("the back office", async ({ page: citizen, signIn, staff, database }) => {
  test.setTimeout(120_000);
  let number = "";
  for (const person of ["P0000003", "P0000165"]) {
    number = await fileTransfer(citizen, () =>
      signIn.asPerson(person, "/services/agency-housing-transfer-in/apply"),
    );
    await citizen.context().clearCookies();
  }
  // As on a working day: some overdue, some due today.
  await database.fillQueue(number, 40);
  const page = await staff("reviewer1");
  await page.setViewportSize(WIDE);
  await page.goto("/backoffice/queue");
  await expect(page.getByRole("table").first()).toContainText("机关住房公积金转入");
  await picture(page, "queue");
  await database.emptyQueue();
  await page.goto("/backoffice/policy");
  await picture(page, "backoffice");
});

/** Something for the queue: a case that a reviewer decides. */
async function fileTransfer(page: Page, arrive: () => Promise<void>): Promise<string> {
  const apply = new ApplyPage(page);
  await arrive();
  await expect(page.getByRole("button", { name: "下一步" })).toBeVisible();
  if (!(await apply.options("从哪个账户转入").isVisible())) await apply.next();
  await apply.choose("从哪个账户转入", /南京/);
  await apply.next();
  await apply.check();
  await apply.askToSubmit();
  await apply.confirm();
  return new ReceiptPage(page).number();
}

/** Boys born in 2014, two of them in a class that isn't there. */
function pupils(count: number): readonly PupilRow[] {
  return Array.from({ length: count }, (_, order) => {
    const born = new Date(Date.UTC(2014, 0, 1 + order)).toISOString().slice(0, 10);
    const seventeen = `320599${born.replaceAll("-", "")}101`;
    const number = `${seventeen}${identityCheckCharacter(seventeen)}`;
    const room = order % 40 === 5 ? "999" : "301";
    return [`测新${order + 1}`, number, "男", born, room, "测家长", "13800000021"];
  });
}
