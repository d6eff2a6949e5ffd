import { defineConfig } from "vitest/config";

export default defineConfig({
  // Each paper is made, signed and read by poppler's programs, which a busy machine takes long for.
  test: { testTimeout: 30_000 },
});
