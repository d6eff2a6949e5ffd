import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Licences under which what is installed may be used here; a new one is looked at by somebody. */
const LICENCES = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "LGPL-3.0-or-later", // libvips, linked by sharp as a library of its own
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
  "Zlib",
]);

/** What its manifest doesn't say in the usual words, and what somebody found by looking. */
const LOOKED_AT = {
  "@react-aria/optimize-locales-plugin": "Apache-2.0", // its file LICENSE
  "png-js": "MIT", // its file LICENSE
  "@visx/vendor": "MIT AND ISC",
  chainsaw: "MIT",
  // Says nothing; of the same author as chainsaw, with which it comes. Reached through exceljs's
  // reading of streams, which the hall doesn't use, and not part of a bundle.
  buffers: "MIT",
  elkjs: "MPL-2.0", // EPL-2.0, weak like the MPL; only draws pictures of code while developing
};

/** Versions known to be bad, told without asking anybody: what a name stood for once. */
const KNOWN_BAD = {
  "event-stream": ["3.3.6"],
  "ua-parser-js": ["0.7.29", "0.8.0", "1.0.0"],
  coa: ["2.0.3", "2.0.4", "2.1.1", "2.1.3", "3.0.1", "3.1.3"],
  rc: ["1.2.9", "1.3.9", "2.3.9"],
  colors: ["1.4.1", "1.4.2", "1.4.44-liberty-2"],
  faker: ["6.6.6"],
  "node-ipc": ["9.2.2", "10.1.1", "10.1.2", "10.1.3"],
  "eslint-scope": ["3.7.2"],
  chalk: ["5.6.1"],
  debug: ["4.4.2"],
  "ansi-styles": ["6.2.2"],
  "strip-ansi": ["7.1.1"],
};

/** Whether an SPDX expression is allowed: each part of an AND, one part of an OR. */
export function isAllowed(expression) {
  const text = String(expression ?? "")
    .replaceAll(/[()]/g, " ")
    .trim();
  return text
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((part) => LICENCES.has(part.trim())));
}

/**
 * What is wrong with a lock file: packages without a hash, from an address of their own, or of a
 * version that is known to be bad.
 */
export function faultsOfLock(text) {
  const packages = text.slice(text.indexOf("\npackages:"), text.indexOf("\nsnapshots:"));
  const entries = packages.split(/\n {2}(?=\S)/).slice(1);
  const faults = [];
  for (const entry of entries) {
    const name = entry.slice(0, entry.indexOf(":\n")).replaceAll("'", "");
    const at = name.lastIndexOf("@");
    const [title, version] = [name.slice(0, at), name.slice(at + 1)];
    if (!/integrity: sha512-/.test(entry)) faults.push(`${name} has no hash`);
    if (/tarball:|git\+|github:|\brepo:/.test(entry))
      faults.push(`${name} has an address of its own`);
    if (KNOWN_BAD[title]?.includes(version)) faults.push(`${name} is known to be bad`);
  }
  return { packages: entries.length, faults };
}

/** Manifests of everything installed, as pnpm lays it. */
export function* installed(root = ROOT) {
  const store = path.join(root, "node_modules", ".pnpm");
  const seen = new Set();
  for (const folder of readdirSync(store)) {
    const modules = path.join(store, folder, "node_modules");
    if (!existsSync(modules)) continue;
    for (const file of manifestsIn(modules)) {
      const real = realpathSync(file);
      if (seen.has(real)) continue;
      seen.add(real);
      yield JSON.parse(readFileSync(real, "utf8"));
    }
  }
}

function manifestsIn(modules) {
  return readdirSync(modules)
    .flatMap((name) =>
      name.startsWith("@")
        ? readdirSync(path.join(modules, name)).map((below) => `${name}/${below}`)
        : [name],
    )
    .map((name) => path.join(modules, name, "package.json"))
    .filter(existsSync);
}

const licenceOf = ({ license, licenses }) =>
  typeof license === "string"
    ? license
    : (license?.type ?? licenses?.map(({ type }) => type).join(" OR "));

/** `pnpm audit:known`: what can be told about the dependencies without a network. */
function main() {
  const { packages, faults } = faultsOfLock(
    readFileSync(path.join(ROOT, "pnpm-lock.yaml"), "utf8"),
  );
  let looked = 0;
  for (const manifest of installed()) {
    if (!manifest.name || manifest.name.startsWith("@hall/") || manifest.private) continue;
    looked += 1;
    const licence = LOOKED_AT[manifest.name] ?? licenceOf(manifest);
    if (!isAllowed(licence))
      faults.push(`${manifest.name} ${manifest.version}: licence ${licence}`);
  }
  console.log(`${packages} packages in the lock file, ${looked} licences looked at.`);
  for (const fault of faults) console.error(`  ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
