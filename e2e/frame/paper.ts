import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";

export interface Paper {
  readonly path: string;
  readonly number: string;
  readonly bytes: Buffer;
}

/** Downloads a paper from a list of papers, and sees that it is a PDF under its number. */
export async function downloadPaper(page: Page, title: string): Promise<Paper> {
  const coming = page.waitForEvent("download");
  await page
    .getByRole("button", { name: `下载 ${title}` })
    .first()
    .click();
  const download = await coming;
  const path = await download.path();
  const bytes = await readFile(path);
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("%PDF");
  const named = new RegExp(`^${title}-([A-Z0-9-]+)\\.pdf$`).exec(download.suggestedFilename());
  expect(named, download.suggestedFilename()).not.toBeNull();
  return { path, number: named?.[1] ?? "", bytes };
}
