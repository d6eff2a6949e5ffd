import { expect, type Page } from "@playwright/test";

/** The list of one's own sign-ins, under the change of the password. */
export class SecurityPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto("/me/security");
    await expect(this.page.getByRole("heading", { name: "登录记录" })).toBeVisible();
    await expect(this.page.getByText("当前登录").first()).toBeVisible();
  }

  /** Asks to end the sign-in on a device, by its name as the list shows it. */
  async askToEnd(device: string): Promise<void> {
    await this.page.getByRole("button", { name: `结束在“${device}”上的登录` }).click();
    await expect(this.page.getByRole("alertdialog")).toBeVisible();
  }

  async confirm(): Promise<void> {
    await this.page.getByRole("alertdialog").getByRole("button", { name: "结束登录" }).click();
    await expect(this.page.getByRole("alertdialog")).toHaveCount(0);
  }
}
