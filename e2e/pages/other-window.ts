import type { Browser, Page } from "@playwright/test";
import { hallAddress } from "../frame/hall.ts";

/** What the list of sign-ins calls the window below. */
export const OTHER_DEVICE = "iPhone，Safari 浏览器";

const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1";

/** A browser of its own, as on another device of the same person; its caller closes its context. */
export async function otherWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: hallAddress,
    userAgent: PHONE,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
  return context.newPage();
}
