import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** `pnpm attack`: on a real PostgreSQL, as the API's tests. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["attack/**/*.attack.ts"],
    globalSetup: ["attack/setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
