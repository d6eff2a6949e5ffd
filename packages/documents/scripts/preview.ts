import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { makeAuthority } from "../src/make-authority.ts";
import { render } from "../src/render.ts";
import { ORGANISATION, samples } from "../src/testing/samples.ts";

/** Renders every sample to PDF and PNG, to be looked at: `pnpm preview [folder]`. */
const folder = process.argv[2] ?? "/tmp/papers";
mkdirSync(folder, { recursive: true });
const { signing } = await makeAuthority(ORGANISATION);
for (const [name, document] of Object.entries(samples)) {
  const start = performance.now();
  const bytes = await render(document, signing);
  const took = Math.round(performance.now() - start);
  const file = `${folder}/${name}.pdf`;
  writeFileSync(file, bytes);
  execFileSync("pdftoppm", ["-r", "80", "-l", "3", "-png", file, `${folder}/${name}`]);
  console.log(`${file}: ${took} ms, ${Math.round(bytes.length / 1024)} KiB`);
}
