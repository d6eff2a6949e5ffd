import { expectAccessible } from "../frame/accessible.ts";
import { DEMO_PASSWORD } from "../frame/people.ts";
import { expect, test } from "../frame/test.ts";

const PERSON = "P0000108";
const FIRST_TIME = "P0000111";
const NEW_PASSWORD = "园区的梧桐叶黄了又绿";

test("what is missing and what is wrong is said in words", async ({ page, signIn, database }) => {
  await database.locksEnd();
  await signIn.open("/account");
  await expect(page.getByText("登录后回到刚才的页面。")).toBeVisible();
  await expectAccessible(page, "sign-in");
  await signIn.press();
  await expect(page.getByText("请填写个人编号。")).toBeVisible();
  await expect(page.getByText("请填写密码。")).toBeVisible();
  await expectAccessible(page, "nothing filled in");
  await signIn.typePerson(PERSON, "Wrong-2026!");
  const problem = page.getByRole("alert").filter({ hasText: "请核对后再试" });
  await expect(problem).toBeVisible();
  await expect(page.getByLabel("个人编号")).toHaveValue(PERSON);
  await expectAccessible(page, "wrong password");
  await signIn.typePerson(PERSON, DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/account$/);
});

test("five failures lock, and the lock ends", async ({ page, signIn, database }) => {
  await database.locksEnd();
  await signIn.open("/");
  for (let turn = 1; turn <= 5; turn += 1) {
    const answer = page.waitForResponse("**/auth/person/sign-in");
    await signIn.typePerson(PERSON, `Wrong-2026-${turn}`);
    expect((await answer).status()).toBe(401);
    await expect(page.getByRole("button", { name: "登录", exact: true }).last()).toBeEnabled();
  }
  await signIn.typePerson(PERSON, DEMO_PASSWORD);
  await expect(page.getByRole("alert").filter({ hasText: /锁定/ })).toBeVisible();
  await expectAccessible(page, "locked");
  await database.locksEnd();
  await signIn.typePerson(PERSON, DEMO_PASSWORD);
  await expect(page.getByRole("heading", { name: /您好/ })).toBeVisible();
});

test("an issued password is changed before anything else", async ({ page, signIn, database }) => {
  await database.passwordIsIssued(FIRST_TIME, "P0000001");
  await signIn.open("/account");
  await signIn.typePerson(FIRST_TIME, DEMO_PASSWORD);
  await expect(page.getByRole("heading", { name: "请先修改密码" })).toBeVisible();
  await expectAccessible(page, "change before anything else");
  const current = page.getByRole("textbox", { name: "现在的密码" });
  const next = page.getByRole("textbox", { name: "新密码", exact: true });
  const again = page.getByRole("textbox", { name: "再填一次新密码" });
  const send = page.getByRole("button", { name: "修改密码" });
  await current.fill(DEMO_PASSWORD);
  await next.fill("太短了");
  await again.fill("不一样");
  await send.click();
  await expect(page.getByText("新密码至少 10 位。")).toBeVisible();
  await expect(page.getByText("两次填写的新密码不一样，请重新填写。")).toBeVisible();
  await expectAccessible(page, "new password too short");
  await next.fill(NEW_PASSWORD);
  await again.fill(NEW_PASSWORD);
  await send.click();
  await expect(page.getByRole("heading", { name: "参保信息" })).toBeVisible();
});

test("a unit by its certificate", async ({ page, signIn }) => {
  await signIn.open("/unit", "certificate");
  await signIn.typeCertificate("U0000001", "wrong");
  await expectAccessible(page, "certificate");
  await signIn.press();
  await expect(page.getByText("证书密码不对")).toBeVisible();
  await page.getByRole("textbox", { name: "证书密码" }).fill(DEMO_PASSWORD);
  await signIn.press();
  await expect(page.getByRole("heading", { name: "测试科技" })).toBeVisible();
  await expectAccessible(page, "unit without a school");
});

test("a session that ended is taken up over the page", async ({ page, signIn, database }) => {
  await database.forgetDrafts("P0000002");
  await signIn.asPerson("P0000002", "/services/participation-certificate/apply");
  await expect(page.getByRole("radiogroup", { name: "证明类型" })).toBeVisible();
  await database.sessionsEnd("P0000002");
  await page.getByRole("link", { name: "全部事项" }).first().waitFor({ state: "attached" });
  await page.getByText("参保缴费明细", { exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "登录已过期" });
  await expect(dialog.or(page.getByRole("alertdialog", { name: "登录已过期" }))).toBeVisible({
    timeout: 20_000,
  });
  await expectAccessible(page, "signed out meanwhile");
  await signIn.typePerson("P0000002", DEMO_PASSWORD);
  await expect(page.getByRole("group", { name: "起止月份" })).toBeVisible();
  await expect(page.getByText(/草稿已存/)).toBeVisible();
});

test("signing out forgets the person", async ({ page, signIn }) => {
  await signIn.asPerson("P0000002", "/account");
  await page.getByRole("button", { name: /打开我的菜单/ }).click();
  await expectAccessible(page, "menu");
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await expect(page.getByRole("heading", { name: "社保公积金，网上就能办" })).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});
