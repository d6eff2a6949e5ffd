import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.ts";
import { serveGallery } from "./gallery-server.ts";

/**
 * Draws the gallery for the eye: `tsx test/shoot.ts <folder> [page...]`. Nothing of it is committed.
 */
const [folder = "gallery/dist/shots", ...asked] = process.argv.slice(2);
const pages =
  asked.length > 0
    ? asked
    : ["basics", "fields", "refusals", "cases", "data", "overlays", "backoffice"];
const looks = [
  { name: "1280", width: 1280, query: "" },
  { name: "375", width: 375, query: "" },
  { name: "320", width: 320, query: "" },
  { name: "dark", width: 1280, query: "&dark" },
  { name: "elder", width: 1280, query: "&elder" },
  { name: "elder375", width: 375, query: "&elder" },
];

mkdirSync(folder, { recursive: true });
const served = await serveGallery();
const browser = await launch();
for (const look of looks) {
  const page = await browser.newPage({ viewport: { width: look.width, height: 900 } });
  page.on("pageerror", (error) => process.stderr.write(`${error.message}\n`));
  for (const name of pages) {
    await page.goto(`${served.url}?page=${name}${look.query}`);
    await page.waitForSelector("main h1");
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(folder, `${name}-${look.name}.png`), fullPage: true });
  }
  await page.close();
}
await browser.close();
served.close();
