import { launch } from "./browser.ts";
import { serveGallery } from "./gallery-server.ts";

/** Draws what opens over a page: `tsx test/shoot-open.ts <folder>`. */
const [folder = "."] = process.argv.slice(2);
const opened = [
  "打开确认",
  "打开危险确认",
  "更多",
  "菜单",
  "离职日期：打开日历",
  "起始月份：打开月份表",
  "缴费档次",
];
const served = await serveGallery();
const browser = await launch();
for (const width of [1000, 375]) {
  for (const [index, name] of opened.entries()) {
    if (name === "菜单" && width > 375) continue;
    const page = await browser.newPage({ viewport: { width, height: 720 } });
    await page.goto(`${served.url}?page=overlays`);
    await page.getByRole("button", { name }).first().click();
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${folder}/open-${width}-${index}.png` });
    await page.close();
  }
  const page = await browser.newPage({ viewport: { width, height: 720 } });
  await page.goto(`${served.url}?page=overlays`);
  await page.getByRole("combobox", { name: "搜索" }).pressSequentially("封存");
  await page.keyboard.press("ArrowDown");
  await page.screenshot({ path: `${folder}/open-${width}-search.png` });
  await page.close();
}
await browser.close();
served.close();
