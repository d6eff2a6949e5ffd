import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const STAND_IN = fileURLToPath(new URL("./schema-engine.mjs", import.meta.url));

/**
 * Points the Prisma CLI at our stand-in schema engine, unless the operator named an engine or
 * the native one is installed. Must run before the CLI looks for its engine, which is why the
 * config file calls it while it is being read: the CLI would otherwise try to download one.
 */
export function useStandInEngineWhereNoneIsInstalled() {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY || nativeEngineIsInstalled()) return;
  process.env.PRISMA_SCHEMA_ENGINE_BINARY = STAND_IN;
}

function nativeEngineIsInstalled() {
  const fromPrisma = createRequire(createRequire(import.meta.url).resolve("prisma/package.json"));
  const folder = path.dirname(fromPrisma.resolve("@prisma/engines/package.json"));
  return readdirSync(folder).some(
    // An aborted download leaves an empty or partial file behind; a real engine has megabytes.
    (name) => /^schema-engine-/.test(name) && statSync(path.join(folder, name)).size > 1_000_000,
  );
}
