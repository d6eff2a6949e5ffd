import { isPassing, ProblemError } from "@hall/client/problem";
import {
  createFile,
  FILE_CHUNK_BYTES,
  type FileJson,
  getFile,
  sendFile,
} from "@hall/contracts/files";
import { call, callWithBytes } from "../api/call.ts";

/** Tries of one piece before the person is asked; a line that is gone for long is their matter. */
const TRIES = 4;
/**
 * Of a check, 45 seconds in all: one whose process died is taken up again by the server after 15,
 * and one that goes on elsewhere takes 20 at most.
 */
const CHECKS = 10;
const PAUSE_MS = 1_500;

export interface Place {
  readonly service: string;
  readonly slot: string;
}

/** Makes room for a file; the same key makes it once, however often a broken line asks. */
export async function registerFile(
  place: Place,
  file: File,
  idempotencyKey: string,
): Promise<FileJson> {
  const body = { ...place, fileName: file.name, sizeBytes: file.size };
  for (let tries = 1; ; tries += 1) {
    try {
      return await call(createFile, { body, idempotencyKey });
    } catch (error) {
      if (!isBroken(error) || tries >= TRIES) throw error;
      await pauseAfter(tries);
    }
  }
}

/**
 * Sends a file piece by piece from where the server has got to; a broken line is gone on from
 * there (EVD-3), and a check that was broken off is begun again. Answers once the whole was checked;
 * a file that isn't fit is thrown as a problem.
 */
export async function sendRest(
  known: FileJson,
  file: File,
  onProgress: (percent: number) => void,
): Promise<FileJson> {
  let at = known;
  let tries = 0;
  while (at.state === "receiving" || at.state === "checking") {
    const offset = at.receivedBytes;
    onProgress((offset / file.size) * 100);
    try {
      at = await callWithBytes(sendFile, {
        params: { id: at.id },
        query: { offset },
        body: octets(file.slice(offset, offset + FILE_CHUNK_BYTES)),
      });
      tries = 0;
    } catch (error) {
      tries += 1;
      const most = at.state === "checking" ? CHECKS : TRIES;
      if (!(error instanceof ProblemError) || !mayGoOn(error) || tries >= most) throw error;
      await pauseAfter(tries);
      at = await whereIsIt(at);
    }
  }
  return at;
}

/** How far the server has got; as far as was known where it can't be asked. */
async function whereIsIt(known: FileJson): Promise<FileJson> {
  try {
    return await call(getFile, { params: { id: known.id } });
  } catch (error) {
    if (isBroken(error)) return known;
    throw error;
  }
}

/** A moment, or until there is a network at all: going on by itself is what the page promises. */
async function pauseAfter(tries: number): Promise<void> {
  if (!navigator.onLine) {
    await new Promise((done) => window.addEventListener("online", done, { once: true }));
  }
  await new Promise((done) => window.setTimeout(done, PAUSE_MS * Math.min(tries, TRIES)));
}

const isBroken = (error: unknown) => error instanceof ProblemError && isPassing(error.problem);

/** The line broke, or the server has got to another place than we thought: ask it and go on. */
const mayGoOn = ({ problem }: ProblemError) => isPassing(problem) || problem.status === 409;

const octets = (piece: Blob) => new Blob([piece], { type: "application/octet-stream" });
