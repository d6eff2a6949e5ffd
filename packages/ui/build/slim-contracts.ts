import { fileURLToPath } from "node:url";
import { type Plugin, runnerImport } from "vite";

const contractsDir = fileURLToPath(new URL("../../contracts/src/", import.meta.url));

/** What the browser needs of an endpoint; schemas, access and words stay on the server. */
const endpointKeys = ["id", "method", "path", "status", "idempotent", "answerType", "bodyType"];

/**
 * Gives the browser the data of `@hall/contracts` without its zod schemas: pages import endpoints
 * and form steps with their full types, and the bundle holds a few plain objects. The server
 * parses again whatever is sent, so a second copy of the schemas would only cost load time.
 * An import of a schema or a function fails the build, as nothing of that name is exported here.
 */
export function slimContracts(): Plugin {
  return {
    name: "hall:slim-contracts",
    enforce: "pre",
    // Tests compare the browser's endpoints with the contracts themselves.
    apply: () => !process.env["VITEST"],
    load: {
      filter: { id: new RegExp(`^${contractsDir.replaceAll("\\", "/")}`) },
      async handler(id) {
        const file = id.split("?")[0] ?? id;
        const { module, dependencies } = await runnerImport<Record<string, unknown>>(file);
        for (const dependency of dependencies) this.addWatchFile(dependency);
        const exports = Object.entries(module).flatMap(([name, value]) => {
          const data = isSchema(value) ? undefined : plain(value);
          return data === undefined ? [] : [`export const ${name} = ${JSON.stringify(data)};`];
        });
        return `${exports.join("\n")}\nexport {};`;
      },
    },
  };
}

function plain(value: unknown): unknown {
  if (typeof value === "function" || isSchema(value)) return undefined;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const isEndpoint = "method" in value && "path" in value;
  return Object.fromEntries(
    entries
      .filter(([key]) => !isEndpoint || endpointKeys.includes(key))
      .flatMap(([key, part]) => {
        const data = plain(part);
        return data === undefined ? [] : [[key, data]];
      }),
  );
}

function isSchema(value: unknown): boolean {
  return typeof value === "object" && value !== null && "_zod" in value;
}
