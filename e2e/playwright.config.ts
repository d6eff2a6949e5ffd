import { defineConfig, devices } from "@playwright/test";
import { hallAddress } from "./frame/hall.ts";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Journeys against one running hall, which `scripts/test-hall.mjs` starts and describes in the
 * environment; it starts one for each project. One worker in each: its demo people are few.
 */
export default defineConfig({
  testDir: "journeys",
  outputDir: "results/traces",
  workers: 1,
  retries: process.env["CI"] ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: hallAddress,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    acceptDownloads: true,
    screenshot: "only-on-failure",
    trace: "on-first-retry",
    // Pages honour it, and contrast is measured on what has come to rest.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: process.env["HALL_CHROMIUM"] ?? "/usr/bin/chromium",
      args: QUIET,
    },
  },
  projects: [
    {
      name: "desktop",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 } },
    },
    {
      name: "phone",
      // What is about the staff's desks is gone through once.
      testIgnore: "desk/**",
      use: {
        ...devices["Desktop Chrome"],
        viewport: { width: 375, height: 740 },
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
});
