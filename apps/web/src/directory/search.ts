import type { DirectoryEntry } from "../../build/directory-module.ts";

/** What was found, and by which word, so that the person sees why. */
export interface Found {
  readonly entry: DirectoryEntry;
  readonly score: number;
  /** The everyday word or life event that matched; absent where the name itself did. */
  readonly by?: string;
}

/**
 * Finds services by name, pinyin, everyday words and life events (GDE-2), best first.
 * Several words separated by blanks must all be found. An empty text finds nothing.
 */
export function search(text: string, entries: readonly DirectoryEntry[]): readonly Found[] {
  const asked = plain(text).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  return entries
    .flatMap((entry) => {
      const parts = asked.map((word) => match(word, entry));
      const worst = Math.min(...parts.map(({ score }) => score));
      if (worst === 0) return [];
      const by = parts.find((part) => part.by)?.by;
      return [{ entry, score: worst, ...(by ? { by } : {}) }];
    })
    .sort((a, b) => b.score - a.score || a.entry.number - b.entry.number);
}

function match(word: string, entry: DirectoryEntry): { score: number; by?: string } {
  const name = plain(entry.name);
  if (name.startsWith(word)) return { score: 100 };
  if (name.includes(word)) return { score: 90 };
  const keyword = entry.keywords.find((each) => overlaps(plain(each), word));
  if (keyword) return { score: 80, by: keyword };
  const event = entry.lifeEvents.find((each) => overlaps(plain(each), word));
  if (event) return { score: 70, by: event };
  if (/^[a-z]{2,}$/.test(word)) {
    const name = entry.pinyin.split(" ");
    if (spells(word, name)) return { score: 60 };
    if (name.some((_, at) => spells(word, name, at))) return { score: 50 };
    const at = entry.keywordPinyin.findIndex((each) => spells(word, each.split(" ")));
    const found = entry.keywords[at];
    if (found) return { score: 40, by: found };
  }
  if (entry.menu.some((each) => plain(each).includes(word))) return { score: 30 };
  if (word.length >= 2 && isScattered(word, name)) return { score: 20 };
  return { score: 0 };
}

/**
 * Whether letters spell syllables from `at` on, each whole or only begun: gjj, gongjijin, gongjj
 * and, still being typed, gongji.
 */
function spells(letters: string, syllables: readonly string[], at = 0): boolean {
  const syllable = syllables[at];
  if (!letters || !syllable) return !letters;
  for (let length = 1; letters.slice(0, length) === syllable.slice(0, length); length += 1) {
    if (spells(letters.slice(length), syllables, at + 1)) return true;
    if (length >= syllable.length) return false;
  }
  return false;
}

/** 'I want to change my tier' holds the everyday word 'change tier'; both ways count. */
function overlaps(known: string, word: string): boolean {
  return known.includes(word) || (known.length >= 2 && word.includes(known));
}

/** All characters in their order with others between: 灵活变更 in 灵活就业人员缴费套餐和档次变更. */
function isScattered(word: string, name: string): boolean {
  let at = -1;
  return [...word].every((character) => {
    at = name.indexOf(character, at + 1);
    return at >= 0;
  });
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}
