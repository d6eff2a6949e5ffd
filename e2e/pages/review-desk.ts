import { expect, type Locator, type Page } from "@playwright/test";

/** Queue and case, as a reviewer works through them. */
export class ReviewDesk {
  readonly page: Page;
  /** What may be decided now, and what stands in the way. */
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole("complementary", { name: "审核" });
  }

  async openQueue(): Promise<void> {
    await this.page.goto("/backoffice/queue");
    await expect(this.page.getByRole("heading", { name: "审核队列" })).toBeVisible();
  }

  row(number: string): Locator {
    return this.page.getByRole("row").filter({ hasText: number });
  }

  async open(number: string): Promise<void> {
    await this.openQueue();
    await this.page.getByRole("link", { name: number, exact: true }).click();
    await expect(this.panel).toBeVisible();
  }

  async claim(): Promise<void> {
    await this.panel.getByRole("button", { name: /^认领/ }).click();
    await expect(this.panel.getByRole("button", { name: /^退回队列/ })).toBeVisible();
  }

  async ask(item: string, words: string): Promise<void> {
    await this.panel.getByRole("button", { name: /^要求补正/ }).click();
    await this.panel.getByLabel("第 1 项：缺少什么").fill(item);
    await this.panel.getByLabel("第 1 项：怎样补正").fill(words);
    await this.panel.getByRole("button", { name: "确认要求补正" }).click();
    await this.#decided();
  }

  async approve(opinion: string): Promise<void> {
    await this.panel.getByRole("button", { name: /^通过/ }).click();
    await this.panel.getByLabel("审核意见").fill(opinion);
    await this.panel.getByRole("button", { name: "确认通过" }).click();
    await this.#decided();
  }

  /** Takes the tick from a row of the list and says why. */
  async refuseRow(line: number, reason: string): Promise<void> {
    const tick = this.page.getByRole("checkbox", { name: `确认第 ${line} 行` });
    await tick.focus();
    await this.page.keyboard.press("Space");
    await expect(tick).not.toBeChecked();
    await this.page.getByLabel(`第 ${line} 行，不予确认的理由`).selectOption(reason);
  }

  async refuse(reason: string): Promise<void> {
    await this.panel.getByRole("button", { name: /^不通过/ }).click();
    await this.panel.getByLabel("补充说明").fill(reason);
    await this.panel.getByRole("button", { name: "确认不通过" }).click();
    await this.#decided();
  }

  async #decided(): Promise<void> {
    await expect(this.panel.getByText("已办理", { exact: true })).toBeVisible();
  }
}
