import { expect, type Page } from "@playwright/test";

/** The public verification, for which nobody signs in. */
export class VerifyPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async byCode(code: string): Promise<void> {
    await this.page.goto("/verify");
    await this.page.getByRole("textbox", { name: "验证码" }).fill(code);
    await this.page.getByRole("button", { name: "验证", exact: true }).click();
    await expect(this.page.getByRole("heading", { name: "验证结果" })).toBeVisible();
  }

  /** Lets a file fall on the page, as with a mouse. */
  async byFile(name: string, bytes: Buffer): Promise<void> {
    await this.page.goto("/verify");
    await this.page
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "application/pdf", buffer: bytes });
  }
}
