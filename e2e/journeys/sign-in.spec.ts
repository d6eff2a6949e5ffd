import type { Page } from "@playwright/test";
import { expectAccessible } from "../frame/accessible.ts";
import { DEMO_PASSWORD } from "../frame/people.ts";
import { SignIn } from "../frame/sign-in.ts";
import { expect, test } from "../frame/test.ts";
import { OTHER_DEVICE, otherWindow } from "../pages/other-window.ts";
import { SecurityPage } from "../pages/security-page.ts";

const WHO_FORGETS = "P0000105";
const FIRST_TIME = "P0000111";
const NEW_PASSWORD = "湖边清早有白鹭飞过 2026";
const SENTENCE = "编号、密码或口令不正确";

// Nobody after this journey finds a person or an address locked.
test.afterEach(({ database }) => database.locksEnd());

test("a wrong password is told, and the number stays", async ({ page, signIn }) => {
  await signIn.open("/account");
  await expectAccessible(page, "sign-in");
  await signIn.press();
  await expect(page.getByText("请填写个人编号。")).toBeVisible();
  await expectAccessible(page, "nothing filled in");
  await signIn.typePerson(WHO_FORGETS, "not-the-password");
  await expect(page.getByRole("alert")).toContainText(SENTENCE);
  await expect(page.getByLabel("个人编号")).toHaveValue(WHO_FORGETS);
  await expectAccessible(page, "wrong password");
  await page.getByRole("textbox", { name: "密码" }).fill(DEMO_PASSWORD);
  await signIn.press();
  await expect(page).toHaveURL(/\/account$/);
});

test("five failures lock for a quarter of an hour", async ({ page, signIn, database }) => {
  // An address of its own, so that its failures count for nobody else.
  await page.setExtraHTTPHeaders({ "x-forwarded-for": "203.0.113.105" });
  await signIn.open("/account");
  for (let times = 1; times <= 5; times += 1) await answerTo(page, signIn, `guess-${times}`);
  await answerTo(page, signIn, DEMO_PASSWORD);
  await expect(page.getByRole("alert")).toContainText("锁定");
  await expect(page.getByRole("alert")).not.toContainText(SENTENCE);
  await expect(page).toHaveURL(/\/sign-in/);
  await expectAccessible(page, "locked");
  await database.locksEnd();
  await answerTo(page, signIn, DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/account$/);
});

test.describe("with an issued password", () => {
  // As it was handed out, before and after: each size of screen and everybody else finds it so.
  test.beforeEach(({ database }) => database.passwordIsIssued(FIRST_TIME, WHO_FORGETS));
  test.afterEach(({ database }) => database.passwordIsIssued(FIRST_TIME, WHO_FORGETS));

  test("nothing is seen before it is changed", async ({ page, signIn }) => {
    await signIn.open("/account");
    await signIn.typePerson(FIRST_TIME, DEMO_PASSWORD);
    await expect(page.getByRole("heading", { name: "请先修改密码" })).toBeVisible();
    await expectAccessible(page, "to be changed");
    await changePassword(page, "short", "short");
    await expect(page.getByText("新密码至少 10 位。")).toBeVisible();
    await changePassword(page, NEW_PASSWORD, `${NEW_PASSWORD}!`);
    await expect(page.getByText("两次填写的新密码不一样")).toBeVisible();
    await expectAccessible(page, "typed differently");
    await changePassword(page, NEW_PASSWORD, NEW_PASSWORD);
    await expect(page.getByRole("heading", { name: "参保信息" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "参保信息" })).toBeVisible();
  });
});

test("a school with its password", async ({ page, signIn }) => {
  await signIn.asUnit("U0000004", "/unit");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page, "desk of a unit");
});

test("a company that tried its password goes on by certificate with its code", async ({
  page,
  signIn,
}) => {
  await signIn.open("/unit", "unit");
  await page.getByLabel("单位代码").fill("U0000001");
  await page.getByRole("textbox", { name: "密码" }).fill(DEMO_PASSWORD);
  await signIn.press();
  await page.getByRole("alert").getByRole("button", { name: "用数字证书登录" }).click();
  await expect(page.getByRole("tab", { name: "数字证书" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(page.getByLabel("单位代码")).toHaveValue("U0000001");
  await expect(page.getByText("数字证书文件").first()).toBeVisible();
});

test("a company with its certificate, whose key stays in the browser", async ({ page, signIn }) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));
  await signIn.open("/unit", "certificate");
  await signIn.typeCertificate("U0000001", "not-its-password");
  await expectAccessible(page, "certificate");
  await signIn.press();
  await expect(page.getByText("证书密码不对")).toBeVisible();
  await expect(page.getByLabel("单位代码")).toHaveValue("U0000001");
  await expectAccessible(page, "wrong password of the certificate");
  await page.getByRole("textbox", { name: "证书密码" }).fill(DEMO_PASSWORD);
  await signIn.press();
  await expect(page).toHaveURL(/\/unit$/);
  expect(sent.some((body) => body.includes("BEGIN CERTIFICATE"))).toBe(true);
  expect(sent.filter((body) => body.includes("PRIVATE KEY"))).toEqual([]);
});

test("one's own sign-ins, and the end of another", async ({ page, signIn, database, browser }) => {
  await database.sessionsEnd(WHO_FORGETS);
  const other = await otherWindow(browser);
  await new SignIn(other).asPerson(WHO_FORGETS, "/account");
  const security = new SecurityPage(page);
  await signIn.asPerson(WHO_FORGETS, "/me/security");
  await security.open();
  await expectAccessible(page, "sign-ins");
  await security.askToEnd(OTHER_DEVICE);
  await expectAccessible(page, "to be ended");
  await security.confirm();
  await expect(page.getByRole("button", { name: `结束在“${OTHER_DEVICE}”` })).toHaveCount(0);
  await other.goto("/account");
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "参保信息" })).toBeVisible();
});

/** Types a password for who forgets it, and waits for what the hall says. */
async function answerTo(page: Page, signIn: SignIn, password: string): Promise<void> {
  const answer = page.waitForResponse("**/auth/person/sign-in");
  await signIn.typePerson(WHO_FORGETS, password);
  await answer;
}

async function changePassword(page: Page, next: string, repeated: string): Promise<void> {
  await page.getByRole("textbox", { name: "现在的密码" }).fill(DEMO_PASSWORD);
  await page.getByRole("textbox", { name: "新密码", exact: true }).fill(next);
  await page.getByRole("textbox", { name: "再填一次新密码" }).fill(repeated);
  await page.getByRole("button", { name: "修改密码" }).click();
}
