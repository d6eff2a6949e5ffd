import { createInflate } from "node:zlib";
import { filtersOf, type PdfFault, type PdfStream } from "./pdf-objects.ts";
import { hasName, type PdfDictionary, valuesOf } from "./pdf-syntax.ts";

/** A4 in colour at 600 dots per inch is 105 MB. */
const LARGEST_STREAM = 128 * 1024 * 1024;
const ALL_STREAMS = 512 * 1024 * 1024;
/** Pixels of one picture in the file, whatever packs it: 100 million. */
const MOST_PIXELS = 100_000_000;
/** Run-length packing makes at most 128 bytes of two. */
const RUN_LENGTH_RATIO = 64;

/** Null where everything in the file unpacks to what a reader can hold; else what is wrong. */
export async function unpacksWithin(streams: readonly PdfStream[]): Promise<PdfFault | null> {
  let all = 0;
  for (const stream of streams) {
    if (pixels(stream.dictionary) > MOST_PIXELS) return "bomb";
    const size = await unpackedSize(stream);
    if (typeof size === "string") return size;
    all += size;
    if (size > LARGEST_STREAM || all > ALL_STREAMS) return "bomb";
  }
  return null;
}

function pixels(dictionary: PdfDictionary): number {
  if (!hasName(dictionary, "Subtype", "Image")) return 0;
  const largest = (key: string) =>
    Math.max(0, ...valuesOf(dictionary, key).map((v) => (v.type === "number" ? v.value : 0)));
  return largest("Width") * largest("Height");
}

/**
 * Bytes of a stream once unpacked, counted and let go. Pictures in formats of their own (JPEG and
 * the like) are judged by their pixels; packing within packing is what bombs are made of.
 */
async function unpackedSize({ dictionary, data }: PdfStream): Promise<number | PdfFault> {
  const filters = filtersOf(dictionary);
  if (filters === null) return "unusual";
  let bytes = data;
  for (const [index, filter] of filters.entries()) {
    switch (filter) {
      case "ASCIIHexDecode":
        bytes = fromHex(bytes);
        break;
      case "ASCII85Decode":
        bytes = fromAscii85(bytes);
        break;
      case "FlateDecode":
        return filters.slice(index + 1).some(isPacking) ? "unusual" : inflatedSize(bytes);
      case "RunLengthDecode":
        return filters.length > index + 1 ? "unusual" : bytes.length * RUN_LENGTH_RATIO;
      case "DCTDecode":
      case "JPXDecode":
      case "CCITTFaxDecode":
      case "JBIG2Decode":
        return filters.length > index + 1 ? "unusual" : bytes.length;
      default:
        return "unusual"; // LZW can grow 2,700 times and nothing has written it for twenty years
    }
  }
  return bytes.length;
}

const isPacking = (filter: string): boolean =>
  ["FlateDecode", "LZWDecode", "RunLengthDecode"].includes(filter);

function inflatedSize(bytes: Buffer): Promise<number> {
  return new Promise((resolve) => {
    const inflate = createInflate({ chunkSize: 256 * 1024 });
    let size = 0;
    const end = () => {
      inflate.destroy();
      resolve(size);
    };
    inflate.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_STREAM) end();
    });
    // What is torn shows as far as it goes.
    inflate.on("end", end).on("error", end);
    inflate.end(bytes);
  });
}

const fromHex = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString("latin1").replaceAll(/\s/g, "").replace(/>.*$/s, ""), "hex");

/** Five digits of base 85 for four bytes, `z` for four zeros, `~>` at the end (7.4.3). */
function fromAscii85(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length * 4); // all `z`
  let [length, digits, word] = [0, 0, 0];
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits === 0) length += 4;
    if (byte < 0x21 || byte > 0x75) continue;
    word = word * 85 + (byte - 0x21);
    digits += 1;
    if (digits < 5) continue;
    out.writeUInt32BE(word % 2 ** 32, length);
    [length, digits, word] = [length + 4, 0, 0];
  }
  for (let rest = digits; rest > 0 && rest < 5; rest += 1) word = word * 85 + 84;
  if (digits > 1) {
    out.writeUInt32BE(word % 2 ** 32, length);
    length += digits - 1;
  }
  return out.subarray(0, length);
}
