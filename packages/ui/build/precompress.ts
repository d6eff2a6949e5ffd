import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "vite";

const compressible = /\.(?:js|css|html|svg|json|webmanifest)$/;
/** Below this a packet more or less makes no difference. */
const LEAST_BYTES = 1024;

/** Writes `.br` beside each text file once, at the best quality, for the server to send. */
export function precompress(): Plugin {
  let outDir = "";
  return {
    name: "hall:precompress",
    apply: "build",
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const name of readdirSync(outDir, { recursive: true, encoding: "utf8" })) {
        if (!compressible.test(name)) continue;
        const file = join(outDir, name);
        const bytes = readFileSync(file);
        if (bytes.length < LEAST_BYTES) continue;
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
      }
    },
  };
}
