import { Temporal } from "temporal-polyfill";

/**
 * Facts and inputs as they are kept with a case, so that it can be replayed years later (APP-6):
 * JSON in which amounts, days, months, moments and maps are tagged and come back as what they were.
 */
export function toStored(value: unknown): unknown {
  if (typeof value === "bigint") return { $fen: value.toString() };
  if (value instanceof Temporal.PlainDate) return { $day: value.toString() };
  if (value instanceof Temporal.PlainYearMonth) return { $month: value.toString() };
  if (value instanceof Temporal.PlainDateTime) return { $moment: value.toString() };
  if (value instanceof Map) return { $map: [...value].map(([key, part]) => [key, toStored(part)]) };
  if (Array.isArray(value)) return value.map(toStored);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, part]) =>
        part === undefined ? [] : [[key, toStored(part)]],
      ),
    );
  }
  return value;
}

/** The inverse of `toStored`. */
export function fromStored(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(fromStored);
  if (typeof json !== "object" || json === null) return json;
  const entries = Object.entries(json);
  const [only] = entries;
  if (entries.length === 1 && only?.[0].startsWith("$")) return untag(only[0], only[1]);
  return Object.fromEntries(entries.map(([key, part]) => [key, fromStored(part)]));
}

function untag(tag: string, value: unknown): unknown {
  switch (tag) {
    case "$fen":
      return BigInt(String(value));
    case "$day":
      return Temporal.PlainDate.from(String(value));
    case "$month":
      return Temporal.PlainYearMonth.from(String(value));
    case "$moment":
      return Temporal.PlainDateTime.from(String(value));
    case "$map":
      if (!Array.isArray(value)) break;
      return new Map(value.map(([key, part]: [string, unknown]) => [key, fromStored(part)]));
  }
  throw new RangeError(`stored JSON has an unknown tag ${tag}`);
}
