import optimizeLocales from "@react-aria/optimize-locales-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { precompress } from "../../packages/ui/build/precompress.ts";
import { slimContracts } from "../../packages/ui/build/slim-contracts.ts";

export default defineConfig({
  root: import.meta.dirname,
  base: "/backoffice/",
  plugins: [
    slimContracts(),
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
    // The oldest browser that the centre's counters still run.
    target: "chrome109",
    cssTarget: "chrome109",
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    // Read by packages/ui/build/measure.mjs.
    manifest: true,
  },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
});
