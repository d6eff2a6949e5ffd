// Run in an app's folder after its build, with its two budgets: prints what each page weighs in
// brotli (KiB of JS and CSS), and fails beyond them: the first page by itself, any further route
// with what it adds to the first.
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const [FIRST_KIB, ROUTE_KIB] = process.argv.slice(2).map(Number);
if (!(FIRST_KIB > 0 && ROUTE_KIB > 0)) throw new Error("measure.mjs <first KiB> <route KiB>");

const dist = resolve("dist");
const manifest = JSON.parse(readFileSync(join(dist, ".vite", "manifest.json"), "utf8"));

/** A chunk with everything that it imports statically, as file names. */
function closure(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const css of chunk.css ?? []) seen.add(css);
  for (const imported of chunk.imports ?? []) closure(imported, seen);
  return seen;
}

function kib(files) {
  const sizes = files.map((file) => {
    try {
      return statSync(join(dist, `${file}.br`)).size;
    } catch {
      return statSync(join(dist, file)).size; // too small to be worth compressing
    }
  });
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

const first = closure("index.html");
const firstKib = kib([...first]);
let isOver = firstKib > FIRST_KIB;
console.log(`${firstKib.toFixed(1).padStart(7)} KiB  first page (budget ${FIRST_KIB})`);

const pages = Object.entries(manifest)
  .filter(([key, { isDynamicEntry }]) => isDynamicEntry && /-page\.tsx$/.test(key))
  .map(([key]) => ({ key, size: kib([...closure(key)].filter((file) => !first.has(file))) }))
  .sort((a, b) => b.size - a.size);
for (const { key, size } of pages) {
  isOver ||= size > ROUTE_KIB;
  console.log(`${size.toFixed(1).padStart(7)} KiB  ${key.replace(/^src\//, "")}`);
}
console.log(`         (budget of a further route ${ROUTE_KIB})`);

const parts = Object.entries(manifest)
  .filter(([key, { isDynamicEntry }]) => isDynamicEntry && !/-page\.tsx$/.test(key))
  .map(([key]) => ({ key, size: kib([...closure(key)].filter((file) => !first.has(file))) }))
  .filter(({ size }) => size > 5)
  .sort((a, b) => b.size - a.size);
for (const { key, size } of parts) {
  console.log(`${size.toFixed(1).padStart(7)} KiB  on demand: ${key.replace(/^(\.\.\/)*/, "")}`);
}

if (isOver) {
  console.error("A page is heavier than its budget.");
  process.exit(1);
}
