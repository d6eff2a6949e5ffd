import { existsSync, openSync, readFileSync, statSync } from "node:fs";

const LIMIT_BYTES = 5_000_000;
const TAIL_CHARACTERS = 2_000;

/** Opens a log for appending, for its owner's eyes alone; one that has grown long begins anew. */
export function openLog(file) {
  const long = existsSync(file) && statSync(file).size > LIMIT_BYTES;
  return openSync(file, long ? "w" : "a", 0o600);
}

/** The end of a log, for a person who has to know why something did not start. */
export const tailOf = (file) =>
  existsSync(file) ? readFileSync(file, "utf8").slice(-TAIL_CHARACTERS) : "";
