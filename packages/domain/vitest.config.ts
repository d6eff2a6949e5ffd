import { defineConfig } from "vitest/config";

/** Lists of 20,000 rows take seconds on a machine that has other things to do. */
export default defineConfig({ test: { testTimeout: 30_000 } });
