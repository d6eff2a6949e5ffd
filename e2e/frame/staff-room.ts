import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { HallDatabase } from "./hall-database.ts";
import { DEMO_PASSWORD, type StaffName } from "./people.ts";
import { freshCode } from "./totp.ts";
import { type Watch, watch } from "./watch.ts";

interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watched: Watch;
  reported: number;
}

/**
 * The desks of the staff. Everybody signs in once and stays, as at work: one-time codes would
 * make each further sign-in wait. The back office is made for desks and always has their size.
 */
export class StaffRoom {
  readonly #browser: Browser;
  readonly #database: HallDatabase;
  readonly #address: string;
  readonly #seats = new Map<StaffName, Seat>();

  constructor(browser: Browser, database: HallDatabase, address: string) {
    this.#browser = browser;
    this.#database = database;
    this.#address = address;
  }

  async enter(name: StaffName): Promise<Page> {
    const seat = this.#seats.get(name) ?? (await this.#take(name));
    return seat.page;
  }

  /** What went wrong at any desk since this was asked last. */
  takeFaults(): string[] {
    return [...this.#seats].flatMap(([name, seat]) => {
      const fresh = seat.watched.faults.slice(seat.reported);
      seat.reported = seat.watched.faults.length;
      return fresh.map((fault) => `${name}: ${fault}`);
    });
  }

  async close(): Promise<void> {
    for (const { context } of this.#seats.values()) await context.close();
  }

  async #take(name: StaffName): Promise<Seat> {
    const context = await this.#browser.newContext({
      baseURL: this.#address,
      viewport: { width: 1280, height: 900 },
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      reducedMotion: "reduce",
      acceptDownloads: true,
    });
    const watched = watch(context);
    const page = await context.newPage();
    await signInStaff(page, name, await freshCode(this.#database, name));
    const seat = { context, page, watched, reported: 0 };
    this.#seats.set(name, seat);
    return seat;
  }
}

/** Name, password and one-time code at the back office's door. */
export async function signInStaff(page: Page, name: StaffName, code: string): Promise<void> {
  await page.goto("/backoffice/sign-in");
  await page.getByLabel("用户名").fill(name);
  await page.getByRole("textbox", { name: "密码" }).fill(DEMO_PASSWORD);
  await page.getByLabel("动态口令").fill(code);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/, { timeout: 15_000 });
}
