import { getDocument } from "@hall/contracts/documents";
import { callRaw } from "../api/call.ts";

/** How often a paper in the making is asked for before the person is told to come back. */
const TRIES = 20;

/** The bytes of a paper; null when it is still being made after all tries. */
export async function fetchDocument(number: string): Promise<Blob | null> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const response = await callRaw(getDocument, { params: { number } });
    if (response.status === 200) return response.blob();
    const seconds = Number(response.headers.get("Retry-After")) || 1;
    await new Promise((done) => window.setTimeout(done, seconds * 1_000));
  }
  return null;
}

/** Hands a file to the browser under a name. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after the click has returned.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
