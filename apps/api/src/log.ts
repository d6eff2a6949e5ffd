import { type DestinationStream, pino } from "pino";

/**
 * Structured lines on standard output. Personal data never goes in: log ids and codes, and no
 * bodies, queries or headers. What a library's error says may hold some all the same, so numbers
 * and addresses of people are taken out of every line as the last thing (AUD-2).
 */
export const makeLog = (level: string, destination?: DestinationStream) =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { log: (line) => scrubbed(line) as Record<string, unknown> },
    },
    destination,
  );

export type Log = ReturnType<typeof makeLog>;

const personal: readonly RegExp[] = [
  /(?<!\w)\d{17}[\dXx](?!\w)/g, // identity numbers
  /(?<!\d)(\+?86)?1[3-9]\d{9}(?!\d)/g, // mobiles
  /(?<!\w)(\d{16}|\d{19})(?!\w)/g, // bank cards; a case's number has 17 digits
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g, // mail
];

/** A text without anybody's numbers and addresses. */
export const scrub = (text: string): string =>
  personal.reduce((left, pattern) => left.replaceAll(pattern, "[…]"), text);

function scrubbed(value: unknown): unknown {
  if (typeof value === "string") return scrub(value);
  if (Array.isArray(value)) return value.map(scrubbed);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) return scrub(value.stack ?? value.message);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, scrubbed(part)]));
}
