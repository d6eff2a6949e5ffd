/** A value of a PDF as far as it matters here: what a string says doesn't. */
export type PdfValue =
  | { readonly type: "name"; readonly name: string }
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "reference"; readonly number: number }
  /** In the order written, doubles kept: readers differ in which of two counts. */
  | { readonly type: "dictionary"; readonly entries: readonly (readonly [string, PdfValue])[] }
  | { readonly type: "array"; readonly items: readonly PdfValue[] }
  | { readonly type: "string" }
  | { readonly type: "word"; readonly word: string };

export type PdfDictionary = Extract<PdfValue, { type: "dictionary" }>;

/** A place in the bytes that moves on as they are read. */
export interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

const DEEPEST = 60;
const SPACES = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITERS = new Set([..."()<>[]{}/%"].map((sign) => sign.charCodeAt(0)));
const [OPEN, CLOSE, BACKSLASH] = [0x28, 0x29, 0x5c];
const [LESS, GREATER, LEFT, RIGHT, SLASH, PERCENT] = [0x3c, 0x3e, 0x5b, 0x5d, 0x2f, 0x25];

export const isSpace = (byte: number | undefined): boolean =>
  byte !== undefined && SPACES.has(byte);

const isRegular = (byte: number | undefined): boolean =>
  byte !== undefined && !SPACES.has(byte) && !DELIMITERS.has(byte);

/** Reads one value (ISO 32000-1, 7.3); null where there is none that a reader could agree on. */
export function readValue(cursor: Cursor, depth = 0): PdfValue | null {
  if (depth > DEEPEST) return null;
  skipSpace(cursor);
  const { bytes, at } = cursor;
  switch (bytes[at]) {
    case SLASH:
      return { type: "name", name: readName(cursor) };
    case OPEN:
      return readString(cursor);
    case LEFT:
      return readArray(cursor, depth);
    case LESS:
      return bytes[at + 1] === LESS ? readDictionary(cursor, depth) : readHexString(cursor);
    default:
      return readWord(cursor);
  }
}

export function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor;
  for (;;) {
    const byte = bytes[cursor.at];
    if (isSpace(byte)) cursor.at += 1;
    else if (byte === PERCENT) skipLine(cursor);
    else return;
  }
}

function skipLine(cursor: Cursor): void {
  const { bytes } = cursor;
  while (cursor.at < bytes.length && bytes[cursor.at] !== 0x0a && bytes[cursor.at] !== 0x0d) {
    cursor.at += 1;
  }
}

/** A name may write any of its bytes as `#xx`, which has hidden many a `/JavaScript`. */
function readName(cursor: Cursor): string {
  cursor.at += 1;
  const plain = regularRun(cursor);
  return plain.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function regularRun(cursor: Cursor): string {
  const from = cursor.at;
  while (isRegular(cursor.bytes[cursor.at])) cursor.at += 1;
  return cursor.bytes.toString("latin1", from, cursor.at);
}

function readString(cursor: Cursor): PdfValue | null {
  const { bytes } = cursor;
  let open = 0;
  for (; cursor.at < bytes.length; cursor.at += 1) {
    const byte = bytes[cursor.at];
    if (byte === BACKSLASH) cursor.at += 1;
    else if (byte === OPEN) open += 1;
    else if (byte === CLOSE) open -= 1;
    if (open > 0) continue;
    cursor.at += 1;
    return { type: "string" };
  }
  return null;
}

function readHexString(cursor: Cursor): PdfValue | null {
  const end = cursor.bytes.indexOf(GREATER, cursor.at);
  if (end < 0) return null;
  const digits = cursor.bytes.toString("latin1", cursor.at + 1, end);
  cursor.at = end + 1;
  return /^[0-9A-Fa-f\s]*$/.test(digits) ? { type: "string" } : null;
}

function readArray(cursor: Cursor, depth: number): PdfValue | null {
  cursor.at += 1;
  const items: PdfValue[] = [];
  for (;;) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.at] === RIGHT) {
      cursor.at += 1;
      return { type: "array", items };
    }
    const item = readValue(cursor, depth + 1);
    if (item === null) return null;
    items.push(item);
  }
}

function readDictionary(cursor: Cursor, depth: number): PdfValue | null {
  cursor.at += 2;
  const entries: (readonly [string, PdfValue])[] = [];
  for (;;) {
    skipSpace(cursor);
    const { bytes, at } = cursor;
    if (bytes[at] === GREATER && bytes[at + 1] === GREATER) {
      cursor.at += 2;
      return { type: "dictionary", entries };
    }
    if (bytes[at] !== SLASH) return null;
    const name = readName(cursor);
    const value = readValue(cursor, depth + 1);
    if (value === null) return null;
    entries.push([name, value]);
  }
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

function readWord(cursor: Cursor): PdfValue | null {
  const word = regularRun(cursor);
  if (word === "true" || word === "false" || word === "null") return { type: "word", word };
  // Some producers write `--5` or `1.-2`; every reader takes them for some number.
  if (!NUMBER.test(word)) return /^[+\-.\d]+$/.test(word) ? { type: "number", value: 0 } : null;
  return readReference(cursor, word) ?? { type: "number", value: Number(word) };
}

/** `12 0 R`, where the number goes on that way. */
function readReference(cursor: Cursor, word: string): PdfValue | null {
  if (!/^\d+$/.test(word)) return null;
  const behindNumber = cursor.at;
  skipSpace(cursor);
  const generation = regularRun(cursor);
  skipSpace(cursor);
  if (/^\d+$/.test(generation) && regularRun(cursor) === "R") {
    return { type: "reference", number: Number(word) };
  }
  cursor.at = behindNumber;
  return null;
}

/** Every value that the dictionary gives a key, which should be one. */
export const valuesOf = ({ entries }: PdfDictionary, key: string): readonly PdfValue[] =>
  entries.filter(([name]) => name === key).map(([, value]) => value);

export const hasName = (dictionary: PdfDictionary, key: string, name: string): boolean =>
  valuesOf(dictionary, key).some((value) => value.type === "name" && value.name === name);
