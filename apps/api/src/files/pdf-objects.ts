import { inflateSync } from "node:zlib";
import {
  type Cursor,
  hasName,
  isSpace,
  type PdfDictionary,
  type PdfValue,
  readValue,
  skipSpace,
  valuesOf,
} from "./pdf-syntax.ts";

/** Everything that a reader could come upon in the file, however it looks for it. */
export interface PdfObjects {
  /** Values of all objects, of all revisions, with those of the trailers. */
  readonly values: readonly PdfValue[];
  readonly byNumber: ReadonlyMap<number, readonly PdfValue[]>;
  readonly streams: readonly PdfStream[];
}

export interface PdfStream {
  readonly dictionary: PdfDictionary;
  readonly data: Buffer;
}

/**
 * `damaged`: readers would have to guess; `unusual`: packed as no ordinary program does it;
 * `bomb`: what is packed is far larger than it looks.
 */
export type PdfFault = "damaged" | "encrypted" | "unusual" | "bomb";

const MOST_OBJECTS = 300_000;
const LARGEST_OBJECT_STREAM = 32 * 1024 * 1024;
/** White space between the data of a stream and `endstream`. */
const MOST_SPACE = 4;

interface Found {
  readonly start: number;
  /** Behind the value; for a stream, where its data begin. */
  readonly end: number;
  readonly value: PdfValue | null;
  readonly hasStream: boolean;
  readonly number: number | null;
}

/**
 * Reads a PDF as its strictest reader would, and finds what its most lenient one would. A library
 * that repairs what it reads sees one of several readings; here every `obj` in the bytes is looked
 * at, wherever a cross-reference might point, and a file that could be read in two ways is refused.
 */
export function readObjects(bytes: Buffer): PdfObjects | PdfFault {
  const found = [...places(bytes, "obj")]
    .filter((at) => bytes.toString("latin1", at - 3, at) !== "end")
    .map((at) => readAt(bytes, at));
  if (found.length > MOST_OBJECTS) return "bomb";
  const trailers = [...places(bytes, "trailer")].map((at) => ({
    at,
    value: readValue({ bytes, at: at + "trailer".length }),
  }));
  if (isEncrypted(found, trailers)) return "encrypted";
  const byNumber = new Map<number, PdfValue[]>();
  const add = (number: number | null, value: PdfValue) => {
    if (number === null) return;
    const others = byNumber.get(number);
    if (others) others.push(value);
    else byNumber.set(number, [value]);
  };
  const inner: PdfValue[] = [];
  for (const { number, value, hasStream, end } of found) {
    if (value === null) continue;
    add(number, value);
    if (!hasStream || !isDictionary(value) || !isObjectStream(value)) continue;
    const packed = unpack(value, bytes.subarray(end));
    if (typeof packed === "string") return packed;
    for (const each of packed) add(each.number, each.value);
    inner.push(...packed.map((each) => each.value));
    if (inner.length > MOST_OBJECTS) return "bomb";
  }
  const laid = layOut(bytes, found, byNumber);
  if (typeof laid === "string") return laid;
  if (trailers.some(({ at, value }) => value === null && !laid.isInside(at))) return "damaged";
  const values = [...found, ...trailers].flatMap(({ value }) => (value === null ? [] : [value]));
  return { values: [...values, ...inner], byNumber, streams: laid.streams };
}

interface Read {
  readonly value: PdfValue | null;
}

/** Told by a trailer, or by the cross-reference stream that stands for one; neither is encrypted. */
function isEncrypted(found: readonly Read[], trailers: readonly Read[]): boolean {
  const heads = found.filter(({ value }) => isDictionary(value) && hasName(value, "Type", "XRef"));
  return [...trailers, ...heads].some(
    ({ value }) => isDictionary(value) && valuesOf(value, "Encrypt").length > 0,
  );
}

const isDictionary = (value: PdfValue | null): value is PdfDictionary =>
  value?.type === "dictionary";

function* places(bytes: Buffer, word: string): Generator<number> {
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length)) yield at;
}

/** The object whose `obj` stands here; without a number where nothing but chance wrote the word. */
function readAt(bytes: Buffer, at: number): Found {
  const before = bytes.toString("latin1", Math.max(0, at - 32), at);
  const head = /(\d{1,10})\s+\d{1,5}\s*$/.exec(before);
  const number = head ? Number(head[1]) : null;
  const cursor: Cursor = { bytes, at: at + 3 };
  const value = readValue(cursor);
  const end = cursor.at;
  const start = at - (head?.[0].length ?? 0);
  if (!isDictionary(value)) return { start, end, value, hasStream: false, number };
  skipSpace(cursor);
  if (bytes.toString("latin1", cursor.at, cursor.at + 6) !== "stream") {
    return { start, end, value, hasStream: false, number };
  }
  const behind = cursor.at + 6;
  const isPair = bytes[behind] === 0x0d && bytes[behind + 1] === 0x0a;
  const isLine = bytes[behind] === 0x0a || bytes[behind] === 0x0d;
  const data = behind + (isPair ? 2 : isLine ? 1 : 0);
  return { start, end: data, value, hasStream: true, number };
}

const isObjectStream = (dictionary: PdfDictionary): boolean =>
  hasName(dictionary, "Type", "ObjStm") ||
  (valuesOf(dictionary, "N").length > 0 && valuesOf(dictionary, "First").length > 0);

interface Packed {
  readonly number: number;
  readonly value: PdfValue;
}

/** The objects in an object stream (7.5.7). Deflated data end by themselves, whatever Length says. */
function unpack(dictionary: PdfDictionary, data: Buffer): readonly Packed[] | PdfFault {
  if (!isPlainlyDeflated(dictionary)) return "unusual";
  const count = numberOf(dictionary, "N");
  const first = numberOf(dictionary, "First");
  if (count === null || first === null || count > MOST_OBJECTS) return "damaged";
  const bytes = inflated(data);
  if (typeof bytes === "string") return bytes;
  const head = bytes.toString("latin1", 0, first).trim().split(/\s+/).map(Number);
  const packed: Packed[] = [];
  for (let index = 0; index < count; index += 1) {
    const [number, offset] = [head[2 * index], head[2 * index + 1]];
    if (!Number.isInteger(number) || !Number.isInteger(offset)) return "damaged";
    const value = readValue({ bytes, at: first + (offset ?? 0) });
    if (value === null) return "damaged";
    packed.push({ number: number ?? 0, value });
  }
  return packed;
}

function isPlainlyDeflated(dictionary: PdfDictionary): boolean {
  const names = filtersOf(dictionary);
  const hasParameters =
    valuesOf(dictionary, "DecodeParms").length > 0 || valuesOf(dictionary, "DP").length > 0;
  return names?.length === 1 && names[0] === "FlateDecode" && !hasParameters;
}

function inflated(data: Buffer): Buffer | PdfFault {
  try {
    return inflateSync(data, { maxOutputLength: LARGEST_OBJECT_STREAM });
  } catch (error) {
    const isLarge =
      error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return isLarge ? "bomb" : "damaged";
  }
}

function numberOf(dictionary: PdfDictionary, key: string): number | null {
  const [value, another] = valuesOf(dictionary, key);
  return value?.type === "number" && another === undefined ? value.value : null;
}

const FULL_NAMES: Readonly<Record<string, string>> = {
  Fl: "FlateDecode",
  AHx: "ASCIIHexDecode",
  A85: "ASCII85Decode",
  LZW: "LZWDecode",
  RL: "RunLengthDecode",
  CCF: "CCITTFaxDecode",
  DCT: "DCTDecode",
};

/** Names of a stream's filters in their order; null where they aren't told plainly. */
export function filtersOf(dictionary: PdfDictionary): readonly string[] | null {
  const [filter, another] = valuesOf(dictionary, "Filter");
  if (another !== undefined) return null;
  if (filter === undefined || (filter.type === "word" && filter.word === "null")) return [];
  const items = filter.type === "array" ? filter.items : [filter];
  const names = items.flatMap((item) => (item.type === "name" ? [item.name] : []));
  return names.length < items.length ? null : names.map((name) => FULL_NAMES[name] ?? name);
}

interface LaidOut {
  readonly streams: readonly PdfStream[];
  readonly isInside: (at: number) => boolean;
}

/**
 * Goes through the file from object to object. What stands between them must be no object, and a
 * stream must end where its Length says: else one reader would see what another does not.
 */
function layOut(
  bytes: Buffer,
  found: readonly Found[],
  byNumber: ReadonlyMap<number, readonly PdfValue[]>,
): LaidOut | PdfFault {
  const streams: PdfStream[] = [];
  const spans: (readonly [number, number])[] = [];
  let reached = 0;
  for (const { start, end, value, hasStream, number } of found) {
    if (start < reached) continue;
    if (value === null || number === null) return "damaged";
    reached = end;
    if (hasStream && isDictionary(value)) {
      const stop = streamEnd(bytes, end, value, byNumber);
      if (stop === null) return "damaged";
      streams.push({ dictionary: value, data: bytes.subarray(end, stop) });
      reached = stop;
    }
    spans.push([start, reached]);
  }
  return { streams, isInside: (at) => spans.some(([from, to]) => at >= from && at < to) };
}

function streamEnd(
  bytes: Buffer,
  from: number,
  dictionary: PdfDictionary,
  byNumber: ReadonlyMap<number, readonly PdfValue[]>,
): number | null {
  const lengths = valuesOf(dictionary, "Length").flatMap((value) =>
    value.type === "reference" ? (byNumber.get(value.number) ?? []) : [value],
  );
  const told = new Set(lengths.map((value) => (value.type === "number" ? value.value : null)));
  const [length] = told;
  if (told.size !== 1 || typeof length !== "number" || !Number.isInteger(length)) return null;
  const end = from + length;
  let at = end;
  while (isSpace(bytes[at]) && at < end + MOST_SPACE) at += 1;
  return length >= 0 && bytes.toString("latin1", at, at + 9) === "endstream" ? end : null;
}
