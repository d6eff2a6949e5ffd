import { expect, type Locator, type Page } from "@playwright/test";

/** The page that takes any application: standing, steps, check, confirmation. */
export class ApplyPage {
  readonly page: Page;
  /** What it comes to, beside the form or under the check. */
  readonly quote: Locator;
  readonly confirmation: Locator;

  constructor(page: Page) {
    this.page = page;
    this.quote = page.locator("section", {
      has: page.getByRole("heading", { name: "内容和金额" }),
    });
    this.confirmation = page.getByRole("alertdialog");
  }

  /** The question under which options stand as cards. */
  options(question: string): Locator {
    return this.page.getByRole("radiogroup", { name: question });
  }

  async choose(question: string, option: string | RegExp): Promise<void> {
    const radio = this.options(question).getByRole("radio", { name: option });
    // The ring is drawn; what is pressed is the card around it.
    await radio.locator("xpath=ancestor::label").click();
    await expect(radio).toBeChecked();
  }

  async next(): Promise<void> {
    await this.page.getByRole("button", { name: "下一步", exact: true }).click();
  }

  /** Goes through the check; `standsAt` tells whether it came out well. */
  async check(): Promise<void> {
    await this.page.getByRole("button", { name: "校验", exact: true }).click();
    await expect(this.page.getByRole("status").getByText(/校验通过|校验没有通过/)).toBeVisible();
  }

  async askToSubmit(): Promise<void> {
    await this.page.getByRole("button", { name: "提交", exact: true }).click();
    await expect(this.confirmation).toBeVisible();
  }

  async confirm(): Promise<void> {
    await this.confirmation.getByRole("button", { name: "确认提交" }).click();
  }

  /** Check, submit, confirm; answers the number on the receipt. */
  async file(): Promise<string> {
    await this.check();
    await this.askToSubmit();
    await this.confirm();
    return new ReceiptPage(this.page).number();
  }

  /** The card that says why it can't be done, by its rule such as FPC-1. */
  refusal(rule: string): Locator {
    return this.page
      .getByRole("article")
      .filter({ has: this.page.getByText(rule, { exact: true }) });
  }
}

/** What stands after a submission. */
export class ReceiptPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async number(): Promise<string> {
    await expect(this.page).toHaveURL(/\/applications\/\d+\/receipt$/, { timeout: 20_000 });
    const number = /applications\/(\d+)\//.exec(this.page.url())?.[1] ?? "";
    await expect(this.page.getByText(number, { exact: true })).toBeVisible();
    return number;
  }
}
