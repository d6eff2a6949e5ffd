import { day } from "./dates.ts";
import type { PolicyEntry, PolicyKey, PolicyMark, PolicyTypes } from "./policy.ts";

/** First day of values whose source names none: earlier than anything this centre's data holds. */
export const ALWAYS = "2016-01-01";
export const SAMPLE = "演示参数，并非现行标准";

/** The values of a key one after the other; each ends where the next begins, the last stays open. */
export function series<K extends PolicyKey>(
  key: K,
  mark: PolicyMark,
  source: string,
  steps: readonly (readonly [from: string, value: PolicyTypes[K], source?: string])[],
): readonly PolicyEntry<K>[] {
  return steps.map(([from, value, ownSource], index) => {
    const next = steps[index + 1];
    const until = next === undefined ? null : day(next[0]);
    return { key, from: day(from), until, value, mark, source: ownSource ?? source };
  });
}

export const sample = <K extends PolicyKey>(key: K, value: PolicyTypes[K]) =>
  series(key, "sample", SAMPLE, [[ALWAYS, value]]);
