import { expect, type Locator, type Page } from "@playwright/test";

/** What waits for the counter or another office, as staff enter what came of it. */
export class AwaitedDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(number: string): Promise<void> {
    await this.page.goto("/backoffice/awaited");
    await this.page.getByRole("link", { name: `录入 ${number} 的结果` }).click();
    await expect(this.page.getByRole("button", { name: "提交结果" })).toBeVisible();
  }

  /** Types what is asked for, by the label of its field, and sends it. */
  async enter(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      await this.page.getByRole("textbox", { name: label }).fill(value);
    }
    await this.page.getByRole("button", { name: "提交结果" }).click();
  }

  /** The card that says why it isn't taken, by its rule. */
  refusal(rule: string): Locator {
    return this.page
      .getByRole("article")
      .filter({ has: this.page.getByText(rule, { exact: true }) });
  }

  async stands(state: string): Promise<void> {
    await expect(this.page.getByRole("heading", { name: state })).toBeVisible();
  }
}
