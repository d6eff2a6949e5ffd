import { expect, type Page } from "@playwright/test";
import { certificateOf, DEMO_PASSWORD } from "./people.ts";

/** The sign-in page of the hall, as its three kinds of people use it. */
export class SignIn {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Signs in and arrives at `to`. */
  async asPerson(personalNumber: string, to: string, password = DEMO_PASSWORD): Promise<void> {
    await this.open(to);
    await this.typePerson(personalNumber, password);
    await this.#arrive(to);
  }

  async asUnit(unitCode: string, to: string): Promise<void> {
    await this.open(to, "unit");
    await this.#page.getByLabel("单位代码").fill(unitCode);
    await this.#page.getByRole("textbox", { name: "密码" }).fill(DEMO_PASSWORD);
    await this.press();
    await this.#arrive(to);
  }

  async asUnitByCertificate(unitCode: string, to: string, passphrase: string): Promise<void> {
    await this.open(to, "certificate");
    await this.typeCertificate(unitCode, passphrase);
    await this.press();
    await this.#arrive(to);
  }

  async open(to: string, as: "person" | "unit" | "certificate" = "person"): Promise<void> {
    await this.#page.goto(`/sign-in?as=${as}&back=${encodeURIComponent(to)}`);
  }

  async typePerson(personalNumber: string, password: string): Promise<void> {
    await this.#page.getByLabel("个人编号").fill(personalNumber);
    await this.#page.getByRole("textbox", { name: "密码" }).fill(password);
    await this.press();
  }

  async typeCertificate(unitCode: string, passphrase: string): Promise<void> {
    const page = this.#page;
    await page.getByLabel("单位代码").fill(unitCode);
    await page.getByRole("textbox", { name: "密码", exact: true }).fill(DEMO_PASSWORD);
    await page.locator("input[type=file]").setInputFiles(certificateOf(unitCode));
    await page.getByRole("textbox", { name: "证书密码" }).fill(passphrase);
  }

  async press(): Promise<void> {
    await this.#page.locator("form").getByRole("button", { name: "登录", exact: true }).click();
  }

  async #arrive(to: string): Promise<void> {
    await expect(this.#page).toHaveURL(new RegExp(`${escaped(to)}$`), { timeout: 15_000 });
  }
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
