import { Temporal } from "temporal-polyfill";
import { instantOf, instantText } from "../clock.ts";

/**
 * Values as the wire writes them: fen and other bigints as integers, days and months as ISO text,
 * instants as RFC 3339 in Shanghai's offset. Throws RangeError for a bigint that JSON can't hold.
 */
export function encode(value: unknown): unknown {
  if (typeof value === "bigint") return integer(value);
  if (value instanceof Date) return instantText(value);
  if (value instanceof Temporal.PlainDateTime) return instantText(instantOf(value));
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.PlainYearMonth) {
    return value.toString();
  }
  if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [k, encode(v)]));
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== "object" || value === null) return value;
  const parts: [string, unknown][] = [];
  for (const [key, part] of Object.entries(value)) {
    if (part !== undefined) parts.push([key, encode(part)]);
  }
  return Object.fromEntries(parts);
}

function integer(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError("an amount beyond what JSON can hold");
  return number;
}
