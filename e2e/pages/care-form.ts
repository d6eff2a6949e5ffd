import { expect } from "@playwright/test";
import { picture } from "../frame/picture.ts";
import { ApplyPage } from "./apply-page.ts";

export const CARE = "/services/remote-care-registration/apply";
export const CARE_CANCELLATION = "/services/remote-care-cancellation/apply";

/** The form of a registration for care elsewhere. */
export class CareForm extends ApplyPage {
  /** From the province down, such as 江苏省, 苏州市, 姑苏区. */
  async goTo(...names: readonly string[]): Promise<void> {
    const region = this.page.getByRole("group", { name: "就医地" });
    for (const [depth, name] of names.entries()) {
      await region.getByRole("button").nth(depth).click();
      await this.page.getByRole("option", { name, exact: true }).click();
    }
  }

  async write(label: string, text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: label, exact: true }).fill(text);
  }

  /** Uploads a picture into each, where none is yet. */
  async attach(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      const slot = this.page.getByRole("group", { name: label });
      if (await slot.getByRole("listitem").count()) continue;
      await slot
        .locator("input[type=file]")
        .first()
        .setInputFiles({ name: `${label}.png`, mimeType: "image/png", buffer: picture() });
      await expect(slot.getByRole("listitem")).toContainText("已收到", { timeout: 20_000 });
    }
  }
}
