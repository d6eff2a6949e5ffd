import { isLong } from "./counts.ts";
import { type Schema, sampleOf } from "./samples.ts";

/** Kinds of hostile input, each as values to put in the place of an honest one. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  "wrong type": [null, true, 0, "x", [], {}, [[]], { a: 1 }],
  "huge string": ["a".repeat(100_000), "测".repeat(20_000)],
  "deep nesting": ["@list-in-list", "@object-in-object"],
  NUL: ["\u0000", "测\u0000试", "P0000001\u0000"],
  "lone surrogate": ["\ud800", "a\udfffb", "\ud83d"],
  SQL: ["' OR '1'='1", "'; DROP TABLE person; --", "1) UNION SELECT 1--", "\\'; --"],
  HTML: ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what somebody may type
  template: ["{{7*7}}", "${7*7}", "<%= 7*7 %>", "#{7*7}", "%s%n%x"],
  "odd number": [
    2 ** 53,
    2 ** 31,
    Number.MAX_SAFE_INTEGER,
    -1,
    1e308,
    -0.5,
    1e-9,
    Number.MAX_SAFE_INTEGER + 2,
    "1e999",
    "0x10",
  ],
  "odd text": ["", " ", "\u202e\u200b", "../../etc/passwd", "\r\nSet-Cookie: a=b", "🏠".repeat(40)],
  "odd day": ["2026-02-30", "0000-00-00", "9999-12-31", "2026-13", "-271821-04-20"],
  "long list": [Array.from({ length: 5_000 }, (_, index) => index), Array(300).fill({})],
};

/** What stands for values so deep that they can't be written by going into them. */
const DEEP: Readonly<Record<string, string>> = {
  "@list-in-list": `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  "@object-in-object": `${'{"a":'.repeat(3_000)}1${"}".repeat(3_000)}`,
};

const written = (value: unknown): string =>
  Object.entries(DEEP).reduce(
    (text, [mark, deep]) => text.replace(`"${mark}"`, deep),
    JSON.stringify(value),
  );

/** Whole bodies that are none. */
export const brokenBodies: readonly (readonly [kind: string, type: string, raw: string])[] = [
  ["broken JSON", "application/json", "{"],
  ["broken JSON", "application/json", '{"a":1,}'],
  ["broken JSON", "application/json", '"\\ud800'],
  ["broken JSON", "application/json", "\ufeff{}"],
  ["not an object", "application/json", "null"],
  ["not an object", "application/json", "[]"],
  ["not an object", "application/json", '"x"'],
  ["wrong content type", "text/plain", "{}"],
  ["wrong content type", "application/x-www-form-urlencoded", "a=1&a[b]=2"],
  [
    "wrong content type",
    "application/xml",
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  ],
  ["wrong content type", "multipart/form-data", "--x"],
  [
    "wrong content type",
    "multipart/form-data; boundary=x",
    '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--',
  ],
  ["wrong content type", "application/json; charset=utf-7", "{}"],
  ["gigantic body", "application/json", `{"input":"${"a".repeat(3 * 1024 * 1024)}"}`],
  ["pollution", "application/json", '{"__proto__":{"polluted":true}}'],
  ["pollution", "application/json", '{"constructor":{"prototype":{"polluted":true}}}'],
];

export interface Hostile {
  readonly kind: string;
  readonly body: string;
}

/** Where a value stands in a sample: keys and indices from the top. */
type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, part]) =>
    placesIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length > 0 ? [path, ...below] : below;
}

function put(value: unknown, [key, ...rest]: Path, hostile: unknown): unknown {
  if (key === undefined) return hostile;
  if (Array.isArray(value)) {
    return value.map((part, index) => (index === key ? put(part, rest, hostile) : part));
  }
  const record = { ...(value as Record<string, unknown>) };
  record[key] = put(record[key], rest, hostile);
  return record;
}

/** A sample with its optional parts too, so that each is attacked. */
function fullSample(schema: Schema): unknown {
  if (schema.type !== "object" || !schema.properties) return sampleOf(schema);
  return Object.fromEntries(
    Object.entries(schema.properties).map(([key, part]) => [key, fullSample(part)]),
  );
}

/**
 * Bodies made from a schema: each kind of value in the place of each field, a field too many at
 * each object, a field missing. The short form takes turns: each place gets one value of each kind.
 */
export function hostileBodies(schema: Schema): readonly Hostile[] {
  const sample = fullSample(schema);
  const places = placesIn(sample);
  const found: Hostile[] = [];
  places.forEach((place, turn) => {
    Object.entries(values).forEach(([kind, all], index) => {
      const chosen = isLong ? all : [all[(turn + index) % all.length]];
      for (const value of chosen) found.push({ kind, body: written(put(sample, place, value)) });
    });
    found.push({ kind: "missing", body: JSON.stringify(put(sample, place, undefined)) });
  });
  found.push(...withExtras(sample));
  return found;
}

function withExtras(sample: unknown): readonly Hostile[] {
  if (typeof sample !== "object" || sample === null || Array.isArray(sample)) return [];
  const extra = (key: string, value: string) => {
    const text = JSON.stringify(sample);
    return `${text.slice(0, -1)}${text === "{}" ? "" : ","}"${key}":${value}}`;
  };
  return [
    { kind: "extra property", body: extra("isAdmin", "true") },
    { kind: "extra property", body: extra("subjectId", '"11111111-1111-4111-8111-111111111111"') },
    { kind: "pollution", body: extra("__proto__", '{"polluted":true}') },
    { kind: "pollution", body: extra("constructor", '{"prototype":{"polluted":true}}') },
  ];
}

/** Values of query fields, as they stand in an address. */
export const hostileQueries: readonly (readonly [kind: string, value: string])[] = [
  ["odd number", "-1"],
  ["odd number", "0"],
  ["odd number", "1e9"],
  ["odd number", "99999999999999999999"],
  ["odd number", "NaN"],
  ["odd cursor", "not-a-cursor"],
  ["odd cursor", "eyJhIjoxfQ"],
  ["odd cursor", "WyIyMDI2LTAzLTE3VDEwOjAwOjAwLjAwMFoiLCJ4Il0"],
  ["odd cursor", "W251bGwsbnVsbF0"],
  ["NUL", "%00"],
  ["broken escape", "%ff%fe"],
  ["broken escape", "%"],
  ["SQL", "'%20OR%201=1--"],
  ["HTML", "%3Cscript%3Ealert(1)%3C/script%3E"],
  ["huge string", "a".repeat(6_000)],
  ["odd day", "2026-02-30"],
  ["odd day", "9999-99"],
  ["lone surrogate", "%ED%A0%80"],
];

/** Values of a path's parameter, as they stand in an address. */
export const hostileNames: readonly (readonly [kind: string, value: string])[] = [
  ["NUL", "%00"],
  ["broken escape", "%ff"],
  ["broken escape", "%"],
  ["broken escape", "%E0%A4%A"],
  ["traversal", "..%2f..%2fetc%2fpasswd"],
  ["traversal", "%2e%2e"],
  ["SQL", "'%20OR%201=1--"],
  ["HTML", "%3Csvg%20onload=alert(1)%3E"],
  ["huge string", "a".repeat(4_000)],
  ["pollution", "__proto__"],
  ["pollution", "constructor"],
  ["pollution", "toString"],
  ["odd number", "-1"],
  ["odd number", "99999999999999999999999999"],
  ["odd text", "%F0%9F%8F%A0"],
  ["odd text", "%20"],
];
