import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";

/** argon2id: 19 MiB, two passes, one lane (OWASP's smallest advised setting). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a random password that nobody knows: unknown numbers take as long as known ones. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$SpRWPKAfNJUzbSjeuTc78A$gaJWAKk3jq2SEaRxVzm73LcxDZ9/I/owGCoF0JzABng";

/** One per core, and never all four threads of libuv's pool: files and look-ups go on. */
const SLOTS = Math.max(1, Math.min(availableParallelism(), 3));
/** Who would wait longer than some seconds is better told so. */
const LONGEST_QUEUE = 200;

let free = SLOTS;
const queue: (() => void)[] = [];

/** Runs what hashes passwords, few at once, first come first served; `busy` when too many wait. */
export async function inHashSlot<T>(work: () => Promise<T>): Promise<T | "busy"> {
  if (free > 0) free -= 1;
  else if (queue.length >= LONGEST_QUEUE) return "busy";
  else await new Promise<void>((resume) => queue.push(resume));
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  }
}

/** A PHC string with its own salt. Callers outside the seed hold a hash slot. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize("NFC"), COST);

/** False where nothing is stored, after the same time. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? NOBODYS_HASH, password.normalize("NFC"));
  return fits && stored !== null;
}
