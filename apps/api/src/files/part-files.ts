import { type FileHandle, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "./file-store.ts";
import type { FileSeal } from "./seal.ts";

/** How far a file has come: its own bytes, and those of the part file that holds them encrypted. */
export interface Progress {
  readonly receivedBytes: number;
  readonly partBytes: number;
}

/** What came, whether or not the sender got to its end. */
export interface Appended extends Progress {
  readonly outcome: "whole" | "broken" | "too-large";
}

/** Files on their way, encrypted in pieces, so that a broken one can go on. */
export interface PartFiles {
  readonly append: (
    id: string,
    from: Progress,
    most: number,
    chunks: AsyncIterable<Uint8Array>,
  ) => Promise<Appended>;
  /** Null where the pieces aren't all there and whole. */
  readonly read: (id: string, progress: Progress) => Promise<Buffer | null>;
  readonly remove: (id: string) => Promise<void>;
}

const PIECE_BYTES = 256 * 1024;
const LENGTH_BYTES = 4;

export function partFiles(folder: string, seal: FileSeal): PartFiles {
  const placeOf = (id: string) => join(folder, `${id}.part`);
  return {
    append: async (id, from, most, chunks) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(placeOf(id), from.partBytes === 0 ? "w" : "r+", 0o600);
      try {
        // What a process wrote and never told of is written again.
        await file.truncate(from.partBytes);
        return await appendPieces(file, (bytes, at) => seal.seal(bytes, `${id} ${at}`), {
          from,
          most,
          chunks,
        });
      } finally {
        await file.close();
      }
    },
    read: async (id, { receivedBytes, partBytes }) => {
      const part = await readPart(placeOf(id));
      if (part === null || part.length < partBytes) return null;
      const pieces: Buffer[] = [];
      let received = 0;
      for (let at = 0; at < partBytes; ) {
        const end = at + LENGTH_BYTES + part.readUInt32BE(at);
        const piece = seal.open(part.subarray(at + LENGTH_BYTES, end), `${id} ${received}`);
        if (piece === null) return null;
        pieces.push(piece);
        received += piece.length;
        at = end;
      }
      return received === receivedBytes ? Buffer.concat(pieces) : null;
    },
    remove: (id) => rm(placeOf(id), { force: true }),
  };
}

interface Append {
  readonly from: Progress;
  /** Bytes that the file may have in all. */
  readonly most: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

async function appendPieces(
  file: FileHandle,
  sealAt: (bytes: Uint8Array, at: number) => Buffer,
  { from, most, chunks }: Append,
): Promise<Appended> {
  let { receivedBytes, partBytes } = from;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const write = async () => {
    if (heldBytes === 0) return;
    const sealed = sealAt(Buffer.concat(held), receivedBytes);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(sealed.length);
    await file.write(Buffer.concat([length, sealed]), 0, undefined, partBytes);
    partBytes += LENGTH_BYTES + sealed.length;
    receivedBytes += heldBytes;
    [held, heldBytes] = [[], 0];
  };
  let outcome: Appended["outcome"] = "whole";
  try {
    for await (const chunk of chunks) {
      if (receivedBytes + heldBytes + chunk.length > most) {
        outcome = "too-large";
        break;
      }
      held.push(chunk);
      heldBytes += chunk.length;
      if (heldBytes >= PIECE_BYTES) await write();
    }
  } catch (error) {
    // The line broke; a full disk or the like is another matter.
    if (!isBrokenLine(error)) throw error;
    outcome = "broken";
  }
  await write();
  await file.sync();
  return { receivedBytes, partBytes, outcome };
}

const isBrokenLine = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  ["ECONNRESET", "ECONNABORTED", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR"].includes(
    String(error.code),
  );

async function readPart(place: string): Promise<Buffer | null> {
  try {
    return await readFile(place);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
