import { fileURLToPath } from "node:url";
import { type Plugin, runnerImport } from "vite";

const fileOf = (path: string) =>
  fileURLToPath(new URL(`../../../packages/domain/src/${path}`, import.meta.url));
const moduleName = "virtual:hall-policy-names";
const resolved = `\0${moduleName}`;

/**
 * What parameters are called in words, by their keys: guides name them, and the browser has no
 * use for the values' own book that the names lie beside.
 */
export function policyNamesModule(): Plugin {
  return {
    name: "hall:policy-names",
    resolveId: { filter: { id: /^virtual:hall-policy-names$/ }, handler: () => resolved },
    load: {
      filter: { id: /hall-policy-names$/ },
      async handler(id) {
        if (id !== resolved) return;
        const names = await runnerImport<{ policyName: (key: string) => string }>(
          fileOf("policy-names.ts"),
        );
        const values = await runnerImport<{ policyValues: readonly { key: string }[] }>(
          fileOf("policy-values.ts"),
        );
        for (const file of [...names.dependencies, ...values.dependencies]) this.addWatchFile(file);
        const keys = [...new Set(values.module.policyValues.map(({ key }) => key))].sort();
        const entries = keys.map((key) => [key, names.module.policyName(key)]);
        return `export const policyNames = ${JSON.stringify(Object.fromEntries(entries))};`;
      },
    },
  };
}
