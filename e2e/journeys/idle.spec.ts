import { expectAccessible } from "../frame/accessible.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage } from "../pages/apply-page.ts";

const FORM = "/services/participation-certificate/apply";
const PERSON = "P0000002";

test("half an hour without an act: a warning, then the end, and nothing typed is lost", async ({
  page,
  signIn,
  database,
}) => {
  test.setTimeout(120_000);
  await database.forgetDrafts(PERSON);
  await page.clock.install();
  const apply = new ApplyPage(page);
  await signIn.asPerson(PERSON, FORM);
  await apply.choose("证明类型", /参保缴费明细/);
  await page.clock.fastForward("28:30");
  const warning = page.getByRole("alertdialog");
  await expect(warning).toBeVisible();
  await expectAccessible(page, "idle warning");
  await warning.getByRole("button", { name: /继续/ }).click();
  await expect(warning).toHaveCount(0);
  await expect(
    apply.options("证明类型").getByRole("radio", { name: /参保缴费明细/ }),
  ).toBeChecked();

  await page.clock.fastForward("28:30");
  await expect(warning).toBeVisible();
  await page.clock.fastForward("02:00");
  await expect(page.getByLabel("个人编号")).toBeVisible();
  await expectAccessible(page, "ended for idleness");
  await page.clock.resume();
  await signIn.asPerson(PERSON, FORM);
  await expect(page.getByText("已带出您上次没有填完的草稿。")).toBeVisible();
  await expect(
    apply.options("证明类型").getByRole("radio", { name: /参保缴费明细/ }),
  ).toBeChecked();
});
