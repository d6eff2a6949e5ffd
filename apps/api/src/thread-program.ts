import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/**
 * The program of a thread, by its name in `src/threads`. Bundled, it lies beside this file; its
 * source, as in tests, needs a loader first.
 */
export function threadProgram(name: string): URL {
  if (!import.meta.url.endsWith(".ts")) return new URL(`./${name}.js`, import.meta.url);
  const source = new URL(`./threads/${name}.ts`, import.meta.url);
  const found = createRequire(import.meta.url).resolve("tsx/esm/api");
  const loader = pathToFileURL(found.replace(/\.cjs$/, ".mjs")).href;
  const lines = [
    `import { register } from ${JSON.stringify(loader)};`,
    "register();",
    `await import(${JSON.stringify(source.href)});`,
  ];
  return new URL(`data:text/javascript,${encodeURIComponent(lines.join("\n"))}`);
}
