import { expect, type Page } from "@playwright/test";

/** Orders, batches and the bank's answers, as a clerk of finance handles them. */
export class FinanceDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openOrders(state?: "sent" | "paid" | "returned"): Promise<void> {
    await this.page.goto(`/backoffice/payments${state ? `?state=${state}` : ""}`);
    await expect(this.page.getByRole("heading", { name: "付款指令" })).toBeVisible();
  }

  /** Puts the order of one case into a batch of its own; answers the batch's number. */
  async makeBatchOf(applicationNumber: string): Promise<string> {
    await this.openOrders();
    const row = this.page.getByRole("row").filter({ hasText: applicationNumber });
    await row.getByRole("checkbox").locator("xpath=ancestor::label").click();
    await this.page.getByRole("button", { name: /制作批次（选中的 1 笔）/ }).click();
    const notice = this.page.getByText(/已制作批次 B/);
    await expect(notice).toBeVisible();
    const id = /B\d{8}-\d{6}/.exec((await notice.textContent()) ?? "")?.[0] ?? "";
    expect(id).not.toBe("");
    return id;
  }

  async openBatch(id: string): Promise<void> {
    await this.page.goto(`/backoffice/batches/${id}`);
    await expect(this.page.getByRole("heading", { name: id })).toBeVisible();
  }

  async release(id: string): Promise<void> {
    await this.openBatch(id);
    await this.page.getByRole("button", { name: /^复核放行/ }).click();
    await this.page.getByRole("alertdialog").getByRole("button", { name: "确认放行" }).click();
    await expect(this.page.getByRole("button", { name: /下载银行文件/ })).toBeVisible();
  }

  /** The bank answers; with `returned` it sends every payment of the batch back. */
  async bankAnswers(id: string, returned = false): Promise<void> {
    await this.openBatch(id);
    if (returned) {
      const boxes = this.page.getByRole("checkbox", { name: /^退回 / });
      await expect(boxes.first()).toBeVisible();
      for (const box of await boxes.all()) await box.locator("xpath=ancestor::label").click();
    }
    await this.page.getByRole("button", { name: "生成结果文件" }).click();
    await this.page.getByRole("button", { name: "导入这个结果" }).click();
    await expect(this.page.getByRole("main").getByText("已结清", { exact: true })).toBeVisible();
  }

  async reissue(applicationNumber: string): Promise<void> {
    await this.openOrders("returned");
    const row = this.page.getByRole("row").filter({ hasText: applicationNumber });
    await row.getByRole("button", { name: /^重新付款/ }).click();
    await this.page.getByRole("alertdialog").getByRole("button", { name: "重新付款" }).click();
    await expect(this.page.getByText(/已生成新的付款指令/)).toBeVisible();
  }
}
