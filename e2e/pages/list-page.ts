import { expect, type Locator, type Page } from "@playwright/test";

/** The list within an application: template, upload, mending. */
export class ListPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Downloads the template; answers where it lies. */
  async downloadTemplate(): Promise<string> {
    const coming = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: "下载模板" }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    return download.path();
  }

  async choose(name: string, bytes: Buffer): Promise<void> {
    const mimeType = name.endsWith(".csv")
      ? "text/csv"
      : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await this.page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer: bytes });
  }

  /** Uploads and waits until every row is checked. */
  async upload(name: string, bytes: Buffer): Promise<void> {
    await this.choose(name, bytes);
    await expect(this.page.getByRole("heading", { name: `名单：${name}` })).toBeVisible({
      timeout: 20_000,
    });
    await expect(this.figure("行数")).toBeVisible({ timeout: 20_000 });
  }

  /** One of the figures over the list, such as 要改的行. */
  figure(label: string): Locator {
    return this.page.getByText(label, { exact: true }).first().locator("xpath=..");
  }

  cell(line: number, column: string): Locator {
    return this.page.getByLabel(`第 ${line} 行，${column}`, { exact: true });
  }

  /** Types into a cell and leaves it, which has the row checked. */
  async mend(line: number, column: string, text: string): Promise<void> {
    const cell = this.cell(line, column);
    const isChoice = await cell.evaluate((element) => element instanceof HTMLSelectElement);
    await cell.focus();
    if (isChoice) await cell.selectOption(text);
    else await cell.fill(text);
    await cell.blur();
    await expect(cell).toHaveAttribute("aria-invalid", "false");
  }

  /** Puts the list away for good. */
  async giveUp(): Promise<void> {
    await this.page.getByRole("button", { name: "换一份名单" }).click();
    const asked = this.page.getByRole("alertdialog");
    await asked.getByRole("button", { name: "删除这份名单" }).click();
    await expect(asked).toHaveCount(0);
    await expect(this.page.getByRole("button", { name: "下载模板" })).toBeVisible();
  }

  /** Takes a file away that was refused at once, before it became a list. */
  async takeAway(name: string): Promise<void> {
    await this.page.getByRole("button", { name: `移除 ${name}` }).click();
    await expect(this.page.getByRole("alert")).toHaveCount(0);
  }
}
