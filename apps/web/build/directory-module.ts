import { fileURLToPath } from "node:url";
import { pinyin } from "pinyin-pro";
import { type Plugin, runnerImport } from "vite";

const servicesFile = fileURLToPath(
  new URL("../../../packages/domain/src/services.ts", import.meta.url),
);
const moduleName = "virtual:hall-directory";
const resolved = `\0${moduleName}`;

/** A service as the search and the menus know it, before the server is asked. */
export interface DirectoryEntry {
  readonly code: string;
  readonly number: number;
  readonly name: string;
  /** The name's pinyin, small, a blank between syllables: 公积金 is `gong ji jin`. */
  readonly pinyin: string;
  readonly audience: "person" | "unit";
  readonly kind: "application" | "query";
  readonly menu: readonly string[];
  readonly turnaround: string;
  readonly keywords: readonly string[];
  /** Pinyin of the everyday words, in their order. */
  readonly keywordPinyin: readonly string[];
  readonly lifeEvents: readonly string[];
}

interface Declared extends Omit<DirectoryEntry, "pinyin" | "keywordPinyin" | "turnaround"> {
  readonly guide: {
    readonly turnaround: string;
    readonly keywords: readonly string[];
    readonly lifeEvents: readonly string[];
  };
}

/**
 * The directory of services as a module, made from the definitions that decide. Pinyin is worked
 * out here, so that the browser needs no dictionary; a search answers without the network.
 */
export function directoryModule(): Plugin {
  return {
    name: "hall:directory",
    resolveId: { filter: { id: /^virtual:hall-directory$/ }, handler: () => resolved },
    load: {
      filter: { id: /hall-directory$/ },
      async handler(id) {
        if (id !== resolved) return;
        const { module, dependencies } = await runnerImport<{
          services: Record<string, Declared>;
        }>(servicesFile);
        for (const dependency of dependencies) this.addWatchFile(dependency);
        const entries = Object.values(module.services).map(entryOf);
        entries.sort((a, b) => a.number - b.number);
        return `export const directory = ${JSON.stringify(entries)};`;
      },
    },
  };
}

function entryOf({ code, number, name, audience, kind, menu, guide }: Declared): DirectoryEntry {
  return {
    code,
    number,
    name,
    pinyin: pinyinOf(name),
    audience,
    kind,
    menu,
    turnaround: guide.turnaround,
    keywords: guide.keywords,
    keywordPinyin: guide.keywords.map(pinyinOf),
    lifeEvents: guide.lifeEvents,
  };
}

function pinyinOf(text: string): string {
  return pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive" })
    .map((syllable) =>
      syllable
        .toLowerCase()
        .replaceAll("ü", "v")
        .replace(/[^a-z0-9]/g, ""),
    )
    .filter(Boolean)
    .join(" ");
}
