import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [react(), tailwindcss()],
  // What the hall promises to run on.
  build: { outDir: "dist", emptyOutDir: true, target: "chrome109", cssTarget: "chrome109" },
});
