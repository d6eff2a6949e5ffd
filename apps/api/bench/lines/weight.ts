import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { startApi } from "../programs.ts";
import { type Line, median, ms } from "../table.ts";

const PAGES = fileURLToPath(new URL("../../../web/dist", import.meta.url));
const STARTS = 3;

/** What a browser loads before the first page shows, and how soon the API answers. */
export async function weightLines(env: NodeJS.ProcessEnv): Promise<readonly Line[]> {
  return [...firstPage(), ...(await start(env))];
}

function firstPage(): readonly Line[] {
  const index = join(PAGES, "index.html");
  if (!existsSync(index)) return [{ what: "first page", measured: "the pages are not built" }];
  const html = readFileSync(index, "utf8");
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)];
  const files = [...new Set(named.map(([, path]) => join(PAGES, path ?? "")))].filter(existsSync);
  const bytes = [index, ...files].reduce((sum, file) => sum + sizeOf(file), 0);
  return [
    {
      what: "first page, compressed",
      measured: `${(bytes / 1024).toFixed(0)} KiB`,
      note: `${files.length} scripts and styles that the page names`,
    },
  ];
}

const sizeOf = (file: string): number =>
  existsSync(`${file}.br`)
    ? statSync(`${file}.br`).size
    : brotliCompressSync(readFileSync(file)).length;

async function start(env: NodeJS.ProcessEnv): Promise<readonly Line[]> {
  const took: number[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    const begun = performance.now();
    const api = await startApi(env);
    took.push(performance.now() - begun);
    await api.stop();
  }
  return [{ what: "API from its start to ready", measured: ms(median(took)) }];
}
