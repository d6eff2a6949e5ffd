import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config.ts";

/** The pictures of the README, taken of a running hall: `pnpm pictures`. */
export default defineConfig({
  ...journeys,
  testDir: "pictures",
  retries: 0,
  projects: [{ name: "pictures" }],
});
