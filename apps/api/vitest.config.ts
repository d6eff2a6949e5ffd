import { defineConfig } from "vitest/config";

/** On a real PostgreSQL: `node scripts/test-api.mjs` starts one and says where it is. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "src/**/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
