import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const BINDINGS = createRequire(import.meta.url).resolve(
  "@prisma/schema-engine-wasm/schema_engine_bg",
);
let loaded = false;

/** Version of the engine inside the WASM package. */
export const engineVersion = () =>
  JSON.parse(readFileSync(path.join(path.dirname(BINDINGS), "package.json"), "utf8")).version;

/** The message of the panic that stopped the engine, or "" when none did. */
export const panicMessage = () => globalThis.PRISMA_WASM_PANIC_REGISTRY?.message ?? "";

/**
 * A fresh engine over the given factory. Engines are cheap once the module is loaded, and one
 * per call keeps a failed call from spoiling the next.
 */
export function newEngine(datamodels, factory) {
  load();
  const files = datamodels.map((file) => [file, readFileSync(file, "utf8")]);
  return bindings.SchemaEngine.new(
    { datamodels: files.length > 0 ? files : undefined },
    () => {}, // the engine's trace of itself; the CLI shows none of it
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

function load() {
  if (loaded) return;
  loaded = true;
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: "",
    set_message(message) {
      this.message = message;
    },
  };
  const compiled = new WebAssembly.Module(readFileSync(BINDINGS.replace(/\.js$/, ".wasm")));
  const instance = new WebAssembly.Instance(compiled, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}
