import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, assert, beforeAll, describe, it } from "vitest";
import { launch } from "./browser.ts";
import { serveGallery } from "./gallery-server.ts";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

const pages = ["basics", "fields", "refusals", "cases", "data", "overlays", "backoffice"];

/** Rules of axe to go by, all unless named. */
type Rules = { readonly only?: ReadonlyArray<string>; readonly without?: ReadonlyArray<string> };

const all: Rules = {};
/** Colours are all that dark changes, colours and sizes all that elder changes. */
const colours: Rules = { only: ["color-contrast", "target-size"] };
/** A narrow window changes what stands where, but no colour. */
const structure: Rules = { without: ["color-contrast"] };
const looks = [
  { name: "1280 px", width: 1280, query: "", rules: all },
  { name: "320 px", width: 320, query: "", rules: structure },
  { name: "dark", width: 1280, query: "&dark", rules: colours },
  { name: "elder", width: 375, query: "&elder", rules: colours },
];

/** What opens over a page, and how one gets there. */
const openStates = [
  { name: "confirm dialog", width: 1280, open: press("打开确认"), shows: "alertdialog" },
  { name: "danger dialog", width: 375, open: press("打开危险确认"), shows: "alertdialog" },
  { name: "dialog", width: 375, open: press("打开对话框"), shows: "dialog" },
  { name: "menu of acts", width: 1280, open: press("更多"), shows: "menu" },
  { name: "account menu", width: 375, open: press("测灵一"), shows: "list" },
  { name: "menu on a phone", width: 375, open: press("菜单"), shows: "dialog" },
  { name: "calendar", width: 375, open: press("离职日期：打开日历"), shows: "grid" },
  { name: "months", width: 1280, open: press("起始月份：打开月份表"), shows: "dialog" },
  { name: "select", width: 375, open: press("缴费档次"), shows: "listbox" },
  { name: "search with hits", width: 1280, open: search("灵活"), shows: "listbox" },
  { name: "search without hits", width: 375, open: search("没有的事"), shows: "combobox" },
] as const;

let browser: Browser;
let context: BrowserContext;
let served: Awaited<ReturnType<typeof serveGallery>>;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveGallery(), launch()]);
  context = await browser.newContext({ reducedMotion: "reduce" });
});

/** What the browser said of the pages: errors, and what the content security policy blocked. */
const complaints: string[] = [];

afterAll(async () => {
  await browser?.close();
  served?.close();
  assert.deepEqual(complaints, []);
});

describe.concurrent.each(looks)("the gallery at $name", ({ width, query, rules }) => {
  it.for(pages)("%s: no axe finding, nothing wider than the window", async (name, { expect }) => {
    const page = await open(name, width, query);
    expect(await findings(page, rules)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    if (query.includes("elder")) expect(await small(page)).toEqual([]);
    await page.close();
  });
});

describe.concurrent("the gallery in elder mode and dark", () => {
  it.for(["fields", "refusals"])("%s: no axe finding", async (name, { expect }) => {
    const page = await open(name, 1280, "&elder&dark");
    expect(await findings(page, colours)).toEqual([]);
    await page.close();
  });
});

describe.concurrent("what opens over a page", () => {
  it.for(openStates)("$name: no axe finding", async ({ width, open: act, shows }, { expect }) => {
    const page = await open("overlays", width, "");
    await act(page);
    await page.getByRole(shows).first().waitFor();
    expect(await findings(page, all)).toEqual([]);
    await page.close();
  });

  it("the data of a chart: no axe finding", async ({ expect }) => {
    const page = await open("data", 1280, "");
    // Which of the page's charts is drawn first, nobody knows.
    const chart = page.getByRole("figure").filter({ hasText: "每月还款" });
    await chart.getByRole("button", { name: "看数据表" }).click();
    await page.getByRole("table", { name: "每月还款" }).waitFor();
    expect(await findings(page, all)).toEqual([]);
    await page.close();
  });
});

describe("the styles", () => {
  it("hold nothing that Chrome 109 doesn't know", async () => {
    const css = await served.styles();
    const plain = css.replace(
      /@supports \(color:color-mix\(in lab, red, red\)\)\{(?:[^{}]|\{[^{}]*\})*\}/g,
      "",
    );
    const unknown = /oklch\(|oklab\(|color-mix\(|light-dark\(|@starting-style|@scope|[{;]&/g;
    assert.deepEqual(plain.match(unknown) ?? [], []);
  });
});

async function open(name: string, width: number, query: string): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  page.on("pageerror", (error) => complaints.push(`${name}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${name}: ${message.text()}`);
  });
  await page.goto(`${served.url}?page=${name}${query}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

function press(name: string) {
  return (page: Page) => page.getByRole("button", { name }).first().click();
}

function search(text: string) {
  return (page: Page) => page.getByRole("combobox", { name: "搜索" }).pressSequentially(text);
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Each finding with the elements that it is about. */
async function findings(page: Page, { only, without }: Rules): Promise<string[]> {
  const options = JSON.stringify({
    resultTypes: ["violations"],
    runOnly: only ? { type: "rule", values: only } : { type: "tag", values: tags },
    rules: Object.fromEntries((without ?? []).map((rule) => [rule, { enabled: false }])),
  });
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
  );
}

/** Elements that stick out of the window sideways and aren't within something that scrolls. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isScrolled = (element: Element): boolean => {
      for (let above = element.parentElement; above; above = above.parentElement) {
        if (getComputedStyle(above).overflowX !== "visible") return true;
      }
      return false;
    };
    const edge = document.documentElement.clientWidth;
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > edge + 1 && !isScrolled(element))
      .map((element) => element.outerHTML.slice(0, 160));
  });
}

/** What is too small for elder mode: text under 18 px, buttons and fields lower than 44 px. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isHidden = (element: Element) => element.closest(".sr-only, [aria-hidden=true]") !== null;
    const texts = [...document.querySelectorAll("main *, header *")].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    );
    const targets = [...document.querySelectorAll("button, [role=tab], select, input:not([type])")];
    return [
      ...texts.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 18),
      ...targets.filter((one) => one.getBoundingClientRect().height < 44),
    ]
      .filter((element) => !isHidden(element) && element.getBoundingClientRect().width > 1)
      .map((element) => element.outerHTML.slice(0, 160));
  });
}
