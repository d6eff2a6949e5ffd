import { examples } from "@hall/domain/services/card-photo/examples";
import { cardPhoto } from "@hall/domain/services/card-photo/service";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../frame/accessible.ts";
import { portraitOf } from "../frame/portraits.ts";
import { refusedOnSight } from "../frame/rows.ts";
import { expect, test } from "../frame/test.ts";
import { ApplyPage } from "../pages/apply-page.ts";
import { ReviewDesk } from "../pages/review-desk.ts";

const FORM = "/services/card-photo/apply";

const PERSON = "P0000014";

const cutter = (page: Page) => page.getByRole("application", { name: "裁剪制卡照片" });
const result = (page: Page) => page.getByRole("region", { name: "裁好的照片" });
const use = (page: Page) => page.getByRole("button", { name: "用这张照片" });
const choose = async (page: Page, background: string, name?: string) =>
  page
    .locator("input[type=file]:not([capture])")
    .setInputFiles(await portraitOf(page, background, name));

async function toPhoto(apply: ApplyPage): Promise<void> {
  const { page } = apply;
  await page.getByRole("textbox", { name: "本人手机号码" }).fill("13900000014");
  await apply.next();
  await expect(page.getByRole("group", { name: /^制卡照片/ })).toBeVisible();
}

test("cut, measured, refused once, sent again and passed", async ({
  page,
  signIn,
  staff,
  database,
}) => {
  test.setTimeout(300_000);
  const apply = new ApplyPage(page);
  await database.forgetDrafts(PERSON);
  await signIn.asPerson(PERSON, FORM);
  await expectAccessible(page, "record");
  await toPhoto(apply);
  await expectAccessible(page, "no photo yet");
  await expect(page.locator("input[type=file][capture]")).toHaveCount(1);

  await test.step("a grey background can't be used, and its figure is shown", async () => {
    await choose(page, "#c8ccd0");
    await expect(result(page).getByText("白色背景")).toBeVisible();
    await expect(result(page)).toContainText("0%，不符合");
    await expect(use(page)).toBeDisabled();
    await expectAccessible(page, "grey");
    await page.getByRole("button", { name: "换一张" }).click();
  });

  await test.step("any picture is cut to size, by keys alone too", async () => {
    await choose(page, "#ffffff", "截图.png");
    await expect(result(page)).toContainText("358像素，符合");
    await expect(result(page)).toContainText("441像素，符合");
    await expect(result(page)).toContainText("JPEG 图片，符合");
    await expect(use(page)).toBeEnabled();
    await cutter(page).focus();
    for (const key of ["+", "+", "ArrowDown", "Shift+ArrowLeft", "]", "t"]) {
      await page.keyboard.press(key);
    }
    await expect(page.getByRole("group", { name: "放大缩小" })).toContainText("110%");
    await expect(page.getByRole("group", { name: "摆正" })).toContainText("1°");
    await page.keyboard.press("Home");
    await dragBy(page, 12, 20);
    await expectAccessible(page, "cut");
    await use(page).click();
    await expect(page.getByText("已收到")).toBeVisible();
    await expectAccessible(page, "received");
  });
  await apply.next();
  const first = await apply.file();
  await expectAccessible(page, "receipt");

  const reviewer = new ReviewDesk(await staff("reviewer1"));
  await reviewer.open(first);
  await reviewer.claim();
  await expect(reviewer.page.getByRole("img", { name: /^制卡照片/ })).toBeVisible();
  await expect(reviewer.panel).toContainText("没有穿白色上衣");
  await expectAccessible(reviewer.page, "reviewed");
  await reviewer.refuse("头部太小，请再放大一些。");
  await page.goto(`/applications/${first}`);
  await expect(page.getByText("头部太小").first()).toBeVisible();
  await expectAccessible(page, "refused");

  await page.goto(FORM);
  await toPhoto(apply);
  await choose(page, "#fff");
  await use(page).click();
  await expect(page.getByText("已收到")).toBeVisible();
  await apply.next();
  const second = await apply.file();
  await reviewer.open(second);
  await reviewer.claim();
  await reviewer.approve("照片合格。");
  await page.goto("/messages");
  await expect(page.getByText("制卡照片已通过").first()).toBeVisible();
  await page.goto(FORM);
  await expect(apply.refusal("CPC-7").first()).toContainText(second);
  await expectAccessible(page, "closed to further photos");
});

async function dragBy(page: Page, right: number, down: number): Promise<void> {
  const box = await cutter(page).boundingBox();
  if (!box) throw new Error("no frame to drag in");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right, y + down, { steps: 4 });
  await page.mouse.up();
}

for (const { title, signsInAs, rules } of refusedOnSight(cardPhoto, examples)) {
  test(`refused: ${title}`, async ({ page, signIn }) => {
    const apply = new ApplyPage(page);
    await signIn.asPerson(signsInAs, FORM);
    for (const rule of rules) await expect(apply.refusal(rule).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "下一步" })).toHaveCount(0);
    await expectAccessible(page, title);
  });
}
