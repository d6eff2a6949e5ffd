/**
 * Whether PostgreSQL keeps each text of a value: no NUL, and no half of a pair of characters.
 * Nobody types either, so nothing is lost by refusing it.
 */
export function isStorable(whole: unknown): boolean {
  const left: unknown[] = [whole];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string" && (value.includes("\0") || HALF_A_PAIR.test(value)))
      return false;
    if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value)) left.push(key, part);
    }
  }
  return true;
}

/** With the flag `u` a whole pair is one character and doesn't match. */
const HALF_A_PAIR = /\p{Surrogate}/u;

/** No form of the hall is deeper than a few levels. */
const DEEPEST = 64;

/** Whether going into a value by recursion, as nearly everything does, could end the stack. */
export function isTooDeep(whole: unknown): boolean {
  let level: unknown[] = [whole];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null && !ArrayBuffer.isView(value)
        ? Object.values(value)
        : [],
    );
  }
  return false;
}
