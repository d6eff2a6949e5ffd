import { expect } from "@playwright/test";
import { ApplyPage } from "./apply-page.ts";

export const LOAN_CERTIFICATE = "/services/remote-loan-certificate/apply";

/** The form of the certificate for a loan elsewhere. */
export class LoanCertificateForm extends ApplyPage {
  async place(province: string, city: string): Promise<void> {
    const region = this.page.getByRole("group", { name: "购房所在地" });
    await region.getByRole("button", { name: /省/ }).first().click();
    await this.page.getByRole("option", { name: province, exact: true }).click();
    await this.page.getByRole("textbox", { name: "购房城市" }).fill(city);
  }

  async centre(name: string, phone = "028-12345678"): Promise<void> {
    await this.page.getByRole("textbox", { name: "公积金中心全称" }).fill(name);
    await this.page.getByRole("textbox", { name: "当地中心联系人" }).fill("个贷窗口");
    await this.page.getByRole("textbox", { name: "当地中心联系电话" }).fill(phone);
    await expect(this.page.getByRole("textbox", { name: "公积金中心全称" })).toHaveValue(name);
  }
}
