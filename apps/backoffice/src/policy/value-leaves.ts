import { parseYuan, yuanText } from "@hall/ui/money";
import { words } from "./words.ts";

export type LeafKind = "money" | "number" | "text" | "lines" | "pairs" | "none";

/** One thing to fill in of a parameter's value. */
export interface Leaf {
  /** JSON pointer into the value; empty for a value that is a single thing. */
  readonly path: string;
  readonly label: string;
  /** What it is a part of, such as 套餐 1 · 档次 2; empty at the top. */
  readonly group: string;
  readonly kind: LeafKind;
  /** As it stands in the field: yuan for money, a line each for lists. */
  readonly text: string;
}

/**
 * What a person fills in for a value, found in one that is there already: the same form serves
 * every parameter. Lists of objects keep their length here; the JSON form changes that too.
 * @param key the parameter's, such as `review.secondApprovalFen`, which names a single value
 */
export function leavesOf(key: string, value: unknown): readonly Leaf[] {
  return walk(value, { path: "", name: key.split(".").at(-1) ?? key, label: "", group: "" });
}

interface Place {
  readonly path: string;
  /** The property that leads here; one that ends in `Fen` holds money. */
  readonly name: string;
  readonly label: string;
  readonly group: string;
}

function walk(value: unknown, place: Place): readonly Leaf[] {
  const { path, name, label, group } = place;
  const leaf = (kind: LeafKind, text: string): readonly Leaf[] => [
    { path, label: label || words.prepare.whole, group, kind, text },
  ];
  if (value === null || value === undefined) return leaf("none", "");
  if (typeof value === "number") {
    return name.endsWith("Fen") ? leaf("money", yuanText(value)) : leaf("number", String(value));
  }
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === "string")) return leaf("lines", value.join("\n"));
    return value.flatMap((item, index) =>
      walk(item, { path: `${path}/${index}`, name, label: `${label} ${index + 1}`, group }),
    );
  }
  if (typeof value === "object") return parts(Object.entries(value), place, leaf);
  return leaf("text", String(value));
}

function parts(
  entries: readonly (readonly [string, unknown])[],
  { path, name, label, group }: Place,
  leaf: (kind: LeafKind, text: string) => readonly Leaf[],
): readonly Leaf[] {
  // A record by month, which may be empty, and not an object with named properties.
  if (name === "exceptions") {
    return leaf("pairs", entries.map(([month, day]) => `${month}=${day}`).join("\n"));
  }
  const inner = [group, label].filter((text) => text !== "").join(" · ");
  return entries.flatMap(([part, value]) =>
    walk(value, {
      path: `${path}/${part}`,
      name: part,
      label: words.fields[part] ?? part,
      group: inner,
    }),
  );
}

export type Built =
  | { readonly value: unknown }
  /** What can't be read, by path, as sentences. */
  | { readonly faults: Readonly<Record<string, string>> };

/**
 * Puts the filled-in texts into the shape of the value that they were taken from.
 * @param texts by the path of the leaf
 */
export function build(
  shape: unknown,
  leaves: readonly Leaf[],
  texts: Readonly<Record<string, string>>,
): Built {
  const faults: Record<string, string> = {};
  let value: unknown = structuredClone(shape);
  for (const leaf of leaves) {
    const read = readLeaf(leaf.kind, texts[leaf.path] ?? leaf.text);
    if ("fault" in read) faults[leaf.path] = read.fault;
    else value = put(value, leaf.path.split("/").slice(1), read.value);
  }
  return Object.keys(faults).length > 0 ? { faults } : { value };
}

type Read = { readonly value: unknown } | { readonly fault: string };

function readLeaf(kind: LeafKind, text: string): Read {
  switch (kind) {
    case "money": {
      const fen = parseYuan(text);
      return fen === undefined ? { fault: words.prepare.badMoney } : { value: fen };
    }
    case "number": {
      const number = Number(text.trim());
      const isNumber = text.trim() !== "" && Number.isFinite(number);
      return isNumber ? { value: number } : { fault: words.prepare.badNumber };
    }
    case "text":
      return { value: text.trim() };
    case "none":
      return { value: text.trim() === "" ? null : text.trim() };
    case "lines":
      return { value: linesOf(text) };
    case "pairs":
      return readPairs(text);
  }
}

function readPairs(text: string): Read {
  const pairs = linesOf(text).map((line) => line.split(/[=＝]/).map((part) => part.trim()));
  const isGood = pairs.every(
    ([month, day, ...rest]) => month && /^\d+$/.test(day ?? "") && rest.length === 0,
  );
  if (!isGood) return { fault: words.prepare.badPairs };
  return { value: Object.fromEntries(pairs.map(([month, day]) => [month, Number(day)])) };
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function put(into: unknown, path: readonly string[], value: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(into)) {
    return into.map((item, index) => (String(index) === part ? put(item, rest, value) : item));
  }
  if (typeof into !== "object" || into === null) return into;
  const inner: unknown = Object.entries(into).find(([name]) => name === part)?.[1];
  return { ...into, [part]: put(inner, rest, value) };
}
