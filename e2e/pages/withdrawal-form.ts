import { expect, type Page } from "@playwright/test";
import { ApplyPage } from "./apply-page.ts";

export const WITHDRAWAL = "/services/sealed-account-withdrawal/apply";

/** The form of the withdrawal from a sealed account, which comes filled in but for the consent. */
export class WithdrawalForm extends ApplyPage {
  async fill(payee?: RegExp): Promise<void> {
    await this.next();
    await this.agree();
    await this.next();
    await expect(this.page.getByLabel("户籍地址", { exact: true })).not.toHaveValue("");
    await this.next();
    if (payee) await this.choose("提取的钱汇到哪里", payee);
    await this.next();
  }

  async agree(): Promise<void> {
    const box = this.page.getByRole("checkbox", { name: "我已阅读并同意以上内容" });
    await box.locator("xpath=ancestor::label").click();
    await expect(box).toBeChecked();
  }
}

/** The page of one case, as its applicant sees it. */
export class CasePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(number: string): Promise<void> {
    await this.page.goto(`/applications/${number}`);
    await expect(this.page.getByText(`办件编号 ${number}`).first()).toBeVisible();
  }

  async stands(state: string): Promise<void> {
    await expect(
      this.page.getByRole("main").getByText(state, { exact: true }).first(),
    ).toBeVisible();
  }

  async supplement(words: string): Promise<void> {
    await this.page.getByLabel("补充说明").fill(words);
    await this.page.getByRole("button", { name: "提交补正" }).click();
    await this.page.getByRole("alertdialog").getByRole("button", { name: "确认提交" }).click();
    await expect(this.page.getByRole("alertdialog")).toHaveCount(0);
  }

  async withdraw(): Promise<void> {
    await this.page.getByRole("button", { name: "撤回办件" }).click();
    await this.page.getByRole("alertdialog").getByRole("button", { name: "确认撤回" }).click();
    await expect(this.page.getByRole("alertdialog")).toHaveCount(0);
  }
}
