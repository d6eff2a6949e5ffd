import optimizeLocales from "@react-aria/optimize-locales-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { precompress } from "../../packages/ui/precompress.ts";
import { directoryModule } from "./build/directory-module.ts";
import { policyNamesModule } from "./build/policy-names-module.ts";

import { slimContracts } from "./build/slim-contracts.ts";

// Tests compare the browser's endpoints with the contracts themselves.
const isTest = Boolean(process.env["VITEST"]);

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    ...(isTest ? [] : [slimContracts()]),
    directoryModule(),
    policyNamesModule(),
    react(),
    tailwindcss(),
    { ...optimizeLocales.vite({ locales: ["zh-CN", "en-US"] }), enforce: "pre" },
    precompress(),
  ],
  server: {
    host: "127.0.0.1",
    proxy: { "/api": process.env["HALL_API"] ?? "http://127.0.0.1:8080" },
  },
  build: {
    // The oldest browser that the hall promises to run on.
    target: "chrome109",
    cssTarget: "chrome109",
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    // Read by build/measure.mjs.
    manifest: true,
  },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}", "build/**/*.test.ts"] },
});
