// Bundles the API's programs into dist/. Workspace packages and the generated Prisma client are
// TypeScript sources, which Node cannot load, so they go into the bundle; what comes from npm
// stays outside, because some of it is native and all of it is there at run time.
import { existsSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const REPOSITORY = path.join(HERE, "..", "..");
const DIST = path.join(HERE, "dist");

rmSync(DIST, { recursive: true, force: true });
await build({
  absWorkingDir: HERE,
  entryPoints: {
    main: "src/main.ts",
    worker: "src/worker.ts",
    seed: "src/seed/main.ts",
    ...entriesIn("threads"), // what runs in worker threads
    ...entriesIn("commands"), // what an operator runs by hand
  },
  outdir: DIST,
  bundle: true,
  splitting: true,
  // All outputs lie side by side: the places that the plugins write are seen from dist/ itself.
  chunkNames: "[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node20",
  // Without the bundlers' own "module" condition: Node resolves by "node" and "import" as well,
  // so that a package has one copy whichever way it is reached.
  conditions: [],
  jsx: "automatic",
  sourcemap: "linked",
  sourcesContent: false,
  logLevel: "warning",
  plugins: [keepNpmPackagesOutside(), keepFilesBesideTheirPackage()],
});

/** Every TypeScript file of a folder of src as an entry point of its own. */
function entriesIn(folder) {
  const source = path.join(HERE, "src", folder);
  if (!existsSync(source)) return {};
  const programs = readdirSync(source).filter((name) => /(?<!\.test|\.d)\.ts$/.test(name));
  return Object.fromEntries(
    programs.map((name) => [path.parse(name).name, `src/${folder}/${name}`]),
  );
}

/**
 * npm packages that only a workspace package depends on are not to be found from dist/, for pnpm
 * gives each package its own dependencies and no others: they are imported by their place.
 */
function keepNpmPackagesOutside() {
  const isWorkspacePackage = (name) => name.startsWith("@hall/");
  return {
    name: "keep-npm-packages-outside",
    setup(bundle) {
      bundle.onResolve({ filter: /^[^./]/ }, async (wanted) => {
        if (wanted.kind === "entry-point" || wanted.pluginData === "resolving") return undefined;
        if (isWorkspacePackage(wanted.path) || wanted.path.startsWith("node:")) return undefined;
        const options = {
          kind: wanted.kind,
          importer: wanted.importer,
          pluginData: "resolving",
        };
        const found = await bundle.resolve(wanted.path, {
          ...options,
          resolveDir: wanted.resolveDir,
        });
        if (found.errors.length > 0) return { errors: found.errors };
        if (found.external) return { path: found.path, external: true };
        const fromHere = await bundle.resolve(wanted.path, { ...options, resolveDir: HERE });
        if (fromHere.path === found.path) return { path: wanted.path, external: true };
        return { path: placeFromDist(realpathSync(found.path)), external: true };
      });
    },
  };
}

/**
 * A package that reads a file of its own (a font, a seal) finds it from `import.meta.url`, which
 * would mean dist/ in the bundle: it keeps meaning the source file.
 */
function keepFilesBesideTheirPackage() {
  const packages = path.join(REPOSITORY, "packages") + path.sep;
  return {
    name: "keep-files-beside-their-package",
    setup(bundle) {
      bundle.onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => {
        if (!file.startsWith(packages)) return undefined;
        const source = await readFile(file, "utf8");
        if (!source.includes("import.meta.url")) return undefined;
        const place = `new URL(${JSON.stringify(placeFromDist(file))}, import.meta.url).href`;
        return {
          contents: source.replaceAll("import.meta.url", place),
          loader: file.endsWith("x") ? "tsx" : "ts",
        };
      });
    },
  };
}

function placeFromDist(file) {
  const relative = path.relative(DIST, file).split(path.sep).join("/");
  return relative.startsWith(".") ? relative : `./${relative}`;
}
